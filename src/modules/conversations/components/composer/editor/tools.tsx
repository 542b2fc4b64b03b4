"use client";

import type { Editor } from "@tiptap/core";
import { Bold, Code, Italic, Link2, List, ListOrdered, type LucideIcon, Quote } from "lucide-react";
import { useEffect, useReducer, useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { IconButton } from "@/ui/icon-button";
import { Input } from "@/ui/input";

type Tool = {
  name: string;
  Icon: LucideIcon;
  is: string;
  run: (editor: Editor) => unknown;
};

const tools: readonly Tool[] = [
  { name: "Bold", Icon: Bold, is: "bold", run: (it) => it.chain().focus().toggleBold().run() },
  {
    name: "Italic",
    Icon: Italic,
    is: "italic",
    run: (it) => it.chain().focus().toggleItalic().run(),
  },
  {
    name: "List",
    Icon: List,
    is: "bulletList",
    run: (it) => it.chain().focus().toggleBulletList().run(),
  },
  {
    name: "Numbered list",
    Icon: ListOrdered,
    is: "orderedList",
    run: (it) => it.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "Quote",
    Icon: Quote,
    is: "blockquote",
    run: (it) => it.chain().focus().toggleBlockquote().run(),
  },
  { name: "Code", Icon: Code, is: "code", run: (it) => it.chain().focus().toggleCode().run() },
];

/** How a text looks, for who does not type Markdown. */
export function Tools({ editor }: { editor: Editor }) {
  const [, look] = useReducer((count: number) => count + 1, 0);
  const [linking, setLinking] = useState(false);
  useEffect(() => {
    editor.on("transaction", look);
    return () => {
      editor.off("transaction", look);
    };
  }, [editor]);
  return (
    <fieldset aria-label="Text" className="flex min-w-0 flex-wrap items-center max-md:hidden">
      {tools.map(({ name, Icon, is, run }) => (
        <IconButton
          key={name}
          name={name}
          aria-pressed={editor.isActive(is)}
          icon={<Icon size={16} aria-hidden="true" />}
          className="aria-pressed:bg-selected"
          onClick={() => run(editor)}
        />
      ))}
      <IconButton
        name="Link"
        aria-pressed={editor.isActive("link")}
        icon={<Link2 size={16} aria-hidden="true" />}
        className="aria-pressed:bg-selected"
        onClick={() => setLinking(true)}
      />
      {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </fieldset>
  );
}

function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const before: unknown = editor.getAttributes("link").href;
  const [address, setAddress] = useState(typeof before === "string" ? before : "");
  const set = () => {
    const href = /^[a-z]+:/i.test(address) ? address : `https://${address}`;
    const { empty } = editor.state.selection;
    const chain = editor.chain().focus().extendMarkRange("link");
    if (address.trim() === "") chain.unsetLink().run();
    else if (empty && before === undefined)
      chain
        .insertContent({ type: "text", text: address, marks: [{ type: "link", attrs: { href } }] })
        .run();
    else chain.setLink({ href }).run();
    onClose();
  };
  return (
    <Dialog
      open
      size="small"
      title="Link"
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={set}>
            Set link
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set();
        }}
      >
        <Input
          aria-label="Address"
          type="text"
          inputMode="url"
          placeholder="https://"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
