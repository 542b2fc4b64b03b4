"use client";

import { Paperclip } from "lucide-react";
import { readError } from "@/modules/tickets/components/error-words";
import { trpc } from "@/trpc/client";
import { bytesWords } from "@/ui/format/number";
import { toast } from "@/ui/toast";
import type { MessageView } from "../schema";

/** The files of a message; the link to one is asked for when it is wanted, and ends soon. */
export function Attachments({ files }: { files: MessageView["attachments"] }) {
  const utils = trpc.useUtils();
  if (files.length === 0) return null;
  const open = async (attachmentId: string) => {
    try {
      const { url } = await utils.client.files.download.query({ attachmentId });
      window.location.assign(url);
    } catch (error) {
      const { words, reference } = readError(error);
      toast({ text: words, tone: "bad", reference });
    }
  };
  return (
    <ul aria-label="Files" className="mt-3 flex flex-wrap gap-2">
      {files.map((file) => (
        <li key={file.id} className="max-w-full">
          <button
            type="button"
            onClick={() => void open(file.id)}
            className="inline-flex min-h-control max-w-full items-center gap-2 rounded-control border border-line-strong bg-raised px-3 text-ink text-ui hover:bg-hover"
          >
            <Paperclip size={16} aria-hidden="true" className="shrink-0" />
            <span className="min-w-0 truncate">{file.name}</span>
            <span className="shrink-0 text-ink-2 text-small">{bytesWords(file.bytes)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
