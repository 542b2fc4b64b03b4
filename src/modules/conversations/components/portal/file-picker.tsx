"use client";

import { useRef } from "react";
import { bytesWords } from "@/ui/format/number";
import { PlainButton } from "@/ui/plain-button";
import { useLate } from "@/ui/use-late";
import { useSay } from "@/ui/words";
import type { FilesHand } from "./files-hand";
import type { PortalLimits } from "./problems";
import type { BroughtFile } from "./writing";

interface FilePickerProps {
  readonly files: readonly BroughtFile[];
  readonly limits: PortalLimits;
  /** Runs as soon as files can be brought. */
  readonly onFiles: (work: (hand: FilesHand) => void) => void;
}

const loadLines = () => import("./file-lines").then((part) => part.FileLines);

/** Adds files to a message; they go their own way while one writes. */
export function FilePicker({ files, limits, onFiles }: FilePickerProps) {
  const say = useSay("box");
  const input = useRef<HTMLInputElement>(null);
  const FileLines = useLate(loadLines);
  return (
    <div className="flex flex-col gap-2">
      {FileLines && (
        <FileLines
          files={files}
          locale={limits.locale}
          onAgain={(file) => onFiles((hand) => hand.again(file))}
          onRemove={(key) => onFiles((hand) => hand.remove(key))}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 noscript:hidden">
        <PlainButton onClick={() => input.current?.click()}>{say("addFiles")}</PlainButton>
        <span className="text-ink-2 text-small">
          {say("filesHint", {
            max: limits.filesMax,
            size: bytesWords(limits.fileBytesMax, limits.locale),
          })}
        </span>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={say("addFiles")}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])];
            event.target.value = "";
            onFiles((hand) => hand.add(chosen));
          }}
        />
      </div>
      <p className="hidden text-ink-2 text-small noscript:block">{say("filesWithoutScript")}</p>
    </div>
  );
}
