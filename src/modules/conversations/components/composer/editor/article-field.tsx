"use client";

import { Editor } from "@tiptap/core";
import { Heading2, Heading3, ImagePlus, SquareCode } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { readError } from "@/modules/tickets/components/error-words";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { controlClass } from "@/ui/control-class";
import { cx } from "@/ui/cx";
import { bytesWords } from "@/ui/format/number";
import { IconButton } from "@/ui/icon-button";
import { isPicture } from "../../../rules/inline-pictures";
import { putFile } from "../put-file";
import { extensions } from "./extensions";
import { markdownToHtml, toMarkdown } from "./markdown";
import { Tools } from "./tools";

export interface ArticleFieldProps {
  readonly label: string;
  /** Markdown. */
  readonly value: string;
  readonly onChange: (text: string) => void;
}

const icon = { size: 16, "aria-hidden": true } as const;
const addressOf = (id: string) => `/files/article/${id}`;

/** The editor of replies for a longer text: with headings, code blocks and pictures of its own. */
export default function ArticleField({ label, value, onChange }: ArticleFieldProps) {
  const host = useRef<HTMLDivElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const said = useRef(value);
  const latest = useRef({ value, label, onChange });
  const [editor, setEditor] = useState<Editor | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { client } = trpc.useUtils();

  useLayoutEffect(() => {
    latest.current = { value, label, onChange };
  });

  const upload = async (file: File): Promise<{ id: string; name: string; type: string }> => {
    const asked = { commandId: newId(), name: file.name, type: file.type, bytes: file.size };
    const { attachmentId, upload } = await client.files.requestUpload.mutate(asked);
    await putFile(upload, file, () => undefined, new AbortController().signal);
    const told = { commandId: newId(), attachmentId };
    const { attachment, state, reason } = await client.files.completeUpload.mutate(told);
    if (state === "refused") throw new Error(reason ?? "That file is not accepted.");
    return attachment;
  };
  const bring = async (into: Editor, files: readonly File[]) => {
    setBusy(true);
    setProblem(null);
    for (const file of files) {
      try {
        const { id, name, type } = await upload(file);
        if (into.isDestroyed) return;
        const src = addressOf(id);
        const piece = isPicture(type)
          ? { type: "image", attrs: { src, alt: name } }
          : { type: "text", text: name, marks: [{ type: "link", attrs: { href: src } }] };
        into
          .chain()
          .focus()
          .insertContent([piece, { type: "text", text: " " }])
          .run();
      } catch (error) {
        const { code, words } = readError(error);
        const says = code === null && error instanceof Error ? error.message : words;
        setProblem(`${file.name} was not added. ${says}`);
      }
    }
    setBusy(false);
  };
  const bringer = useRef(bring);
  useLayoutEffect(() => {
    bringer.current = bring;
  });

  useLayoutEffect(() => {
    const first = latest.current;
    const take = (list: FileList | undefined) => {
      const files = [...(list ?? [])];
      if (files.length > 0) void bringer.current(made, files);
      return files.length > 0;
    };
    const made = new Editor({
      element: host.current,
      extensions,
      content: markdownToHtml(first.value),
      injectCSS: false,
      editorProps: {
        attributes: {
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": first.label,
          class: cx(
            controlClass,
            "written",
            "max-w-none! min-h-80 whitespace-pre-wrap break-words py-3",
          ),
        },
        handlePaste: (_, event) => take(event.clipboardData?.files),
        handleDrop: (_, event) => take(event.dataTransfer?.files),
      },
      onUpdate: () => {
        const text = toMarkdown(made.state.doc);
        said.current = text;
        latest.current.onChange(text);
      },
    });
    setEditor(made);
    return () => {
      setEditor(null);
      made.destroy();
    };
  }, []);

  // What came from elsewhere: another version, a text that was brought back.
  useEffect(() => {
    if (editor === null || value === said.current) return;
    said.current = value;
    editor.commands.setContent(markdownToHtml(value), { emitUpdate: false });
  }, [editor, value]);

  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center">
        {editor !== null && (
          <>
            <IconButton
              name="Heading"
              icon={<Heading2 {...icon} />}
              onClick={() => editor.chain().focus().toggleHeading({ level: 2 }).run()}
            />
            <IconButton
              name="Smaller heading"
              icon={<Heading3 {...icon} />}
              onClick={() => editor.chain().focus().toggleHeading({ level: 3 }).run()}
            />
            <Tools editor={editor} />
            <IconButton
              name="Code block"
              icon={<SquareCode {...icon} />}
              onClick={() => editor.chain().focus().toggleCodeBlock().run()}
            />
            <IconButton
              name={`Add a picture or file, up to ${bytesWords(limits.attachmentBytesMax)}`}
              icon={<ImagePlus {...icon} />}
              onClick={() => picker.current?.click()}
            />
          </>
        )}
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = "";
            if (editor !== null) void bring(editor, files);
          }}
        />
      </div>
      <div ref={host} />
      <p role="status" className={problem === null ? "text-ink-2 text-small" : "text-bad text-ui"}>
        {problem ?? (busy ? "A file is on its way" : "")}
      </p>
    </div>
  );
}
