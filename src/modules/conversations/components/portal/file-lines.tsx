"use client";

import { RotateCcw, X } from "lucide-react";
import { bytesWords } from "@/ui/format/number";
import { IconButton } from "@/ui/icon-button";
import { useSay } from "@/ui/words";
import type { BroughtFile } from "./writing";

export interface FileLinesProps {
  readonly files: readonly BroughtFile[];
  readonly locale: string;
  readonly onAgain: (file: BroughtFile) => void;
  readonly onRemove: (key: string) => void;
}

/** The files of a message on their way; loaded after the first paint, as they are. */
export function FileLines({ files, locale, onAgain, onRemove }: FileLinesProps) {
  const say = useSay("upload");
  if (files.length === 0) return null;
  return (
    <ul aria-label={say("list")} className="flex flex-col gap-2">
      {files.map((file) => (
        <li
          key={file.key}
          className="flex flex-wrap items-center gap-x-2 rounded-control border border-line bg-raised ps-3 text-ui"
        >
          <span className="min-w-0 flex-1 truncate">{file.name}</span>
          <span className="text-ink-2 text-small tabular-nums">
            {bytesWords(file.bytes, locale)}
          </span>
          {file.state === "uploading" && (
            <progress
              aria-label={say("uploading", { name: file.name })}
              value={file.share}
              max={1}
              className="h-2 w-20 appearance-none overflow-hidden rounded-full border border-line-strong bg-raised [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-raised [&::-webkit-progress-value]:bg-accent"
            />
          )}
          <span role="status" className={file.state === "ready" ? "text-good" : "text-bad"}>
            {file.state === "ready" ? say("ready") : file.problem}
          </span>
          {file.state === "failed" && file.source !== null && (
            <IconButton
              name={say("again", { name: file.name })}
              icon={<RotateCcw size={16} aria-hidden="true" />}
              onClick={() => onAgain(file)}
            />
          )}
          <IconButton
            name={say("remove", { name: file.name })}
            icon={<X size={16} aria-hidden="true" />}
            onClick={() => onRemove(file.key)}
          />
        </li>
      ))}
    </ul>
  );
}
