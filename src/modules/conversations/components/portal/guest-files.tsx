"use client";

import { useState } from "react";
import { useLate } from "@/ui/use-late";
import type { BoxWords } from "./box-words";
import { FilePicker } from "./file-picker";
import type { FilesHand } from "./files-hand";
import type { PortalLimits } from "./problems";
import { type Store, useStore } from "./store";
import type { Writing } from "./writing";

/** What files of somebody without an account are put into. */
export type GuestFiling = {
  readonly writing: Store<Writing>;
  /** The form as it came with the page: its files stay its own when it is sent under another id. */
  readonly form: { readonly formId: string; readonly stamp: string };
  readonly limits: PortalLimits;
  readonly words: BoxWords;
};

interface GuestFilesProps {
  readonly filing: GuestFiling;
  readonly line: Promise<FilesHand>;
  readonly ready: (files: FilesHand) => void;
}

/** The files of a question, and hidden fields that send them with it. */
export function GuestFiles({ filing, line, ready }: GuestFilesProps) {
  const { files } = useStore(filing.writing);
  const [isWanted, setWanted] = useState(false);
  return (
    <>
      {isWanted && <Engine filing={filing} onReady={ready} />}
      <input type="hidden" name="filesFormId" value={filing.form.formId} />
      <input type="hidden" name="filesStamp" value={filing.form.stamp} />
      {files.map(
        ({ key, attachmentId }) =>
          attachmentId !== null && (
            <input key={key} type="hidden" name="attachmentId" value={attachmentId} />
          ),
      )}
      <FilePicker
        files={files}
        limits={filing.limits}
        onFiles={(work) => {
          setWanted(true);
          void line.then(work);
        }}
      />
    </>
  );
}

const loadEngine = () => import("./guest-files-engine").then((part) => part.GuestFilesEngine);

function Engine(props: { filing: GuestFiling; onReady: (files: FilesHand) => void }) {
  const Late = useLate(loadEngine);
  return Late === null ? null : <Late {...props} />;
}
