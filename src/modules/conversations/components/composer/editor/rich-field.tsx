"use client";

import { Editor } from "@tiptap/core";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { controlClass } from "@/ui/control-class";
import { cx } from "@/ui/cx";
import { inlinePictureAddress, isPicture } from "../../../rules/inline-pictures";
import { extensions } from "./extensions";
import type { FieldProps } from "./field";
import { InsertList, insertItemId, insertListId } from "./insert-list";
import { InsertPanel } from "./insert-panel";
import type { Insert } from "./inserter";
import { markdownToHtml, toMarkdown } from "./markdown";
import { Tools } from "./tools";
import { useInserters } from "./use-inserters";
import { useTriggerMenu } from "./use-trigger-menu";

type RichFieldProps = FieldProps & { readonly takeFocus: boolean };

/** Text with its looks; Markdown typed becomes them. It takes over where the plain field stood. */
export default function RichField(props: RichFieldProps) {
  const { label, placeholder, value, isNote, takeFocus } = props;
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const said = useRef(value);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [panel, setPanel] = useState<Extract<Insert, { panel: unknown }> | null>(null);
  const inserters = useInserters(props);
  const menu = useTriggerMenu(editor, inserters, setPanel);
  const keys = useRef(menu.onKey);

  useLayoutEffect(() => {
    latest.current = props;
    keys.current = menu.onKey;
  });

  useLayoutEffect(() => {
    const { value, label, isNote } = latest.current;
    const bring = (files: readonly File[]) => void bringInto(made, files, latest.current.onFiles);
    const made = new Editor({
      element: host.current,
      extensions,
      content: markdownToHtml(value),
      injectCSS: false,
      editorProps: {
        attributes: {
          id: "composer",
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": label,
          class: cx(
            controlClass,
            "written",
            "max-h-[50dvh] min-h-14 max-w-none! overflow-y-auto whitespace-pre-wrap break-words py-2",
            isNote && "border-note-edge! border-dashed!",
          ),
        },
        handleDOMEvents: {
          keydown: (_, event) => {
            if (keys.current(event)) {
              event.preventDefault();
              return true;
            }
            // Send and one step out are the composer's, not the text's.
            return (
              event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))
            );
          },
        },
        handlePaste: (_, event) => {
          const files = [...(event.clipboardData?.files ?? [])];
          if (files.length > 0) bring(files);
          return files.length > 0;
        },
        handleDrop: (_, event) => {
          const files = [...(event.dataTransfer?.files ?? [])];
          if (files.length > 0) bring(files);
          return files.length > 0;
        },
      },
      onUpdate: () => {
        const text = toMarkdown(made.state.doc);
        said.current = text;
        latest.current.onChange(text);
      },
      onFocus: () => latest.current.onFocus(),
      onBlur: () => latest.current.onBlur(),
    });
    setEditor(made);
    return () => {
      setEditor(null);
      made.destroy();
    };
  }, []);

  useLayoutEffect(() => {
    if (editor === null || !takeFocus) return;
    // The command waits for a frame before it has the focus; what is typed until then would be lost.
    editor.view.focus();
    editor.commands.focus("end");
    // Markdown knows no space at the end; who typed one is about to type the next word.
    const spaces = / +$/.exec(latest.current.value)?.[0];
    if (spaces !== undefined) editor.commands.insertContent({ type: "text", text: spaces });
  }, [editor, takeFocus]);

  // What came from elsewhere: another device, an undone sending, a field that was emptied.
  useEffect(() => {
    if (editor === null || value === said.current) return;
    said.current = value;
    editor.commands.setContent(markdownToHtml(value), { emitUpdate: false });
    if (editor.isFocused) editor.commands.focus("end");
  }, [editor, value]);

  useEffect(() => {
    const element = editor?.view.dom;
    if (element === undefined) return;
    const isOpen = menu.items.length > 0;
    element.setAttribute("aria-label", label);
    if (!isOpen) {
      for (const name of ["aria-controls", "aria-activedescendant"]) element.removeAttribute(name);
      return;
    }
    element.setAttribute("aria-controls", insertListId);
    element.setAttribute("aria-activedescendant", insertItemId(menu.at));
  }, [editor, label, menu.items, menu.at]);

  const tools = props.tools.current;
  return (
    <div className="relative">
      {menu.items.length > 0 && (
        <InsertList label="Insert" items={menu.items} at={menu.at} onChoose={menu.choose} />
      )}
      {value.trim() === "" && (
        <span
          aria-hidden="true"
          className={cx(
            "pointer-events-none absolute start-3 top-2 text-body",
            isNote ? "text-note-ink" : "text-ink-3",
          )}
        >
          {placeholder}
        </span>
      )}
      <div ref={host} />
      {editor !== null && tools !== null && createPortal(<Tools editor={editor} />, tools)}
      {panel !== null && (
        <InsertPanel
          insert={panel}
          ticketId={props.row.id}
          onClose={() => setPanel(null)}
          onPick={(text) => {
            setPanel(null);
            editor?.chain().focus().insertContent(markdownToHtml(text)).run();
          }}
        />
      )}
    </div>
  );
}

/** Files come with the message; a picture stands where it was put, as soon as it has arrived. */
async function bringInto(
  editor: Editor,
  files: readonly File[],
  onFiles: FieldProps["onFiles"],
): Promise<void> {
  for (const file of await onFiles(files)) {
    if (file === null || !isPicture(file.type) || editor.isDestroyed) continue;
    const attrs = { src: inlinePictureAddress(file.id), alt: file.name };
    editor
      .chain()
      .focus()
      .insertContent([
        { type: "image", attrs },
        { type: "text", text: " " },
      ])
      .run();
  }
}
