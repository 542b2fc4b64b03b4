"use client";

import { Paperclip } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/ui/button";
import type { DraftFile, DraftKey } from "../composer/drafts/draft";
import { attachWords, UploadList } from "../composer/upload-list";
import { useUploads } from "../composer/use-uploads";

/** The files that go with what is said beside a ticket: in this dialog alone, there is no draft of it. */
export function useSideFiles(aboutId: string) {
  const key: DraftKey = `${aboutId} aside note`;
  const [files, setFiles] = useState<readonly DraftFile[]>([]);
  const { uploads, add, retry, remove } = useUploads(key, (file) =>
    setFiles((known) => [...known, file]),
  );
  const reason = uploads.some(({ state }) => state === "uploading")
    ? "A file is still on its way"
    : uploads.length > 0
      ? "A file did not arrive. Remove it or try it again"
      : null;
  return {
    ...{ files, uploads, retry, remove, reason },
    ids: files.map(({ id }) => id),
    bring: (brought: readonly File[]) => void add(brought, files.length),
    drop: (id: string) => setFiles((known) => known.filter((file) => file.id !== id)),
    clear: () => setFiles([]),
  };
}

export function SideFiles({ bringing }: { readonly bringing: ReturnType<typeof useSideFiles> }) {
  const picker = useRef<HTMLInputElement>(null);
  const { files, uploads, drop, retry, remove, bring } = bringing;
  return (
    <div className="flex flex-col items-start gap-2">
      <UploadList files={files} uploads={uploads} onDrop={drop} onRetry={retry} onRemove={remove} />
      <Button aria-label={attachWords} onClick={() => picker.current?.click()}>
        <Paperclip size={16} aria-hidden="true" />
        Attach files
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label="Files beside the ticket"
        onChange={(event) => {
          bring([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </div>
  );
}
