"use client";

import { lazy, Suspense, useState } from "react";
import { useActions } from "@/ui/actions/use-actions";
import { Coming } from "@/ui/coming";

const OriginalDialog = lazy(() => import("./original-dialog"));

/** The message that has focus or marked words, else the last one that is shown. */
function messageHere(): string | undefined {
  const marked = window.getSelection()?.anchorNode?.parentElement ?? null;
  const found = [document.activeElement, marked]
    .map((element) => element?.closest<HTMLElement>("[data-message]") ?? null)
    .find((article) => article !== null);
  const all = document.querySelectorAll<HTMLElement>("[data-message]");
  return (found ?? all[all.length - 1])?.dataset.message;
}

/** Shows the mail that a message came as; the console's ticket screen has one of these. */
export function OriginalAction() {
  const [messageId, setMessageId] = useState<string | null>(null);
  useActions([
    {
      id: "message.original",
      label: "Show the original mail",
      scope: "ticket",
      words: ["original", "source", "header", "mail"],
      run: () => setMessageId(messageHere() ?? null),
    },
  ]);
  if (messageId === null) return null;
  return (
    <Suspense fallback={<Coming />}>
      <OriginalDialog of={{ messageId }} onClose={() => setMessageId(null)} />
    </Suspense>
  );
}
