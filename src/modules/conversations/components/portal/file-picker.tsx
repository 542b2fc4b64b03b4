"use client";

import { Paperclip, RotateCcw, X } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/ui/button";
import { bytesWords } from "@/ui/format/number";
import { IconButton } from "@/ui/icon-button";
import type { PortalLimits } from "./problems";
import type { BroughtFile, Files } from "./use-files";
import { fileWords as words } from "./words";

interface FilePickerProps {
  readonly brought: Files;
  readonly limits: PortalLimits;
}

/** Adds files to a message; they go their own way while one writes. */
export function FilePicker({ brought, limits }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-col gap-2">
      {brought.files.length > 0 && (
        <ul aria-label={words.list} className="flex flex-col gap-2">
          {brought.files.map((file) => (
            <FileLine key={file.key} file={file} brought={brought} />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 noscript:hidden">
        <Button onClick={() => input.current?.click()}>
          <Paperclip size={16} aria-hidden="true" />
          {words.add}
        </Button>
        <span className="text-ink-2 text-small">
          {words.hint(limits.filesMax, bytesWords(limits.fileBytesMax))}
        </span>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={words.add}
          onChange={(event) => {
            brought.add([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </div>
      <p className="hidden text-ink-2 text-small noscript:block">{words.withoutScript}</p>
    </div>
  );
}

function FileLine({ file, brought }: { file: BroughtFile; brought: Files }) {
  return (
    <li className="flex flex-wrap items-center gap-x-2 rounded-control border border-line bg-raised ps-3 text-ui">
      <span className="min-w-0 flex-1 truncate">{file.name}</span>
      <span className="text-ink-2 text-small tabular-nums">{bytesWords(file.bytes)}</span>
      {file.state === "uploading" && (
        <progress
          aria-label={words.uploading(file.name)}
          value={file.share}
          max={1}
          className="h-2 w-20 appearance-none overflow-hidden rounded-full border border-line-strong bg-raised [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-raised [&::-webkit-progress-value]:bg-accent"
        />
      )}
      <span role="status" className={file.state === "ready" ? "text-good" : "text-bad"}>
        {file.state === "ready" ? words.ready : file.problem}
      </span>
      {file.state === "failed" && file.source !== null && (
        <IconButton
          name={words.again(file.name)}
          icon={<RotateCcw size={16} aria-hidden="true" />}
          onClick={() => brought.again(file)}
        />
      )}
      <IconButton
        name={words.remove(file.name)}
        icon={<X size={16} aria-hidden="true" />}
        onClick={() => brought.remove(file.key)}
      />
    </li>
  );
}
