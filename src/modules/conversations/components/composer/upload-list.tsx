"use client";

import { Paperclip, RotateCcw, X } from "lucide-react";
import type { ReactNode } from "react";
import { limits } from "@/platform/limits";
import { bytesWords } from "@/ui/format/number";
import { IconButton } from "@/ui/icon-button";
import type { DraftFile } from "./drafts/draft";
import type { Upload } from "./uploads-store";

export const attachWords = `Attach files, up to ${bytesWords(limits.attachmentBytesMax)} each`;

interface UploadListProps {
  readonly files: readonly DraftFile[];
  readonly uploads: readonly Upload[];
  readonly onDrop: (id: string) => void;
  readonly onRetry: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** What goes with the message: the files that are here, and those on their way. */
export function UploadList({ files, uploads, onDrop, onRetry, onRemove }: UploadListProps) {
  if (files.length + uploads.length === 0) return null;
  return (
    <ul aria-label="Files to send" className="flex flex-col gap-1">
      {files.map((file) => (
        <Line key={file.id} name={file.name} bytes={file.bytes} onRemove={() => onDrop(file.id)}>
          <span role="status" className="ms-auto text-good text-small">
            Ready
          </span>
        </Line>
      ))}
      {uploads.map((upload) => (
        <Line
          key={upload.id}
          name={upload.file.name}
          bytes={upload.file.size}
          onRemove={() => onRemove(upload.id)}
        >
          <span role="status" className="ms-auto text-bad text-small">
            {upload.problem}
          </span>
          {upload.state === "uploading" && (
            <progress
              aria-label={`Uploading ${upload.file.name}`}
              value={upload.share}
              max={1}
              className="h-2 w-24 appearance-none overflow-hidden rounded-full border border-line-strong bg-raised [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-raised [&::-webkit-progress-value]:bg-accent"
            />
          )}
          {upload.state === "failed" && upload.mayRetry && (
            <IconButton
              name={`Upload ${upload.file.name} again`}
              icon={<RotateCcw size={16} aria-hidden="true" />}
              onClick={() => onRetry(upload.id)}
            />
          )}
        </Line>
      ))}
    </ul>
  );
}

interface LineProps {
  readonly name: string;
  readonly bytes: number;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

function Line({ name, bytes, onRemove, children }: LineProps) {
  return (
    <li className="flex flex-wrap items-center gap-2 rounded-control border border-line bg-raised px-2 text-ink text-ui">
      <Paperclip size={16} aria-hidden="true" className="shrink-0" />
      <span className="min-w-0 truncate">{name}</span>
      <span className="text-ink-3 text-small">{bytesWords(bytes)}</span>
      {children}
      <IconButton
        name={`Remove ${name}`}
        icon={<X size={16} aria-hidden="true" />}
        onClick={onRemove}
      />
    </li>
  );
}
