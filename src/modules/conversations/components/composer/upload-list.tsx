"use client";

import { Paperclip, RotateCcw, X } from "lucide-react";
import { limits } from "@/platform/limits";
import { bytesWords } from "@/ui/format/number";
import { IconButton } from "@/ui/icon-button";
import type { Upload } from "./upload-store";

export const attachWords = `Attach files, up to ${bytesWords(limits.attachmentBytesMax)} each`;

interface UploadListProps {
  readonly uploads: readonly Upload[];
  readonly onRetry: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

export function UploadList({ uploads, onRetry, onRemove }: UploadListProps) {
  if (uploads.length === 0) return null;
  return (
    <ul aria-label="Files to send" className="flex flex-col gap-1">
      {uploads.map((upload) => (
        <li
          key={upload.id}
          className="flex flex-wrap items-center gap-2 rounded-control border border-line bg-raised px-2 text-ink text-ui"
        >
          <Paperclip size={16} aria-hidden="true" className="shrink-0" />
          <span className="min-w-0 truncate">{upload.file.name}</span>
          <span className="text-ink-3 text-small">{bytesWords(upload.file.size)}</span>
          <span role="status" className="ms-auto text-small">
            {upload.state === "ready" && <span className="text-good">Ready</span>}
            {upload.problem !== null && <span className="text-bad">{upload.problem}</span>}
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
          <IconButton
            name={`Remove ${upload.file.name}`}
            icon={<X size={16} aria-hidden="true" />}
            onClick={() => onRemove(upload.id)}
          />
        </li>
      ))}
    </ul>
  );
}
