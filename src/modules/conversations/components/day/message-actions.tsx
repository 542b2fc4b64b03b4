"use client";

import type { RefObject } from "react";
import type { TicketRow } from "@/modules/tickets/client";
import { showDialog } from "@/modules/tickets/components/day/dialog-store";
import { useActions } from "@/ui/actions/use-actions";
import { useLate } from "@/ui/use-late";
import type { MessageView } from "../../schema";

const loadMenu = () => import("./message-menu").then((part) => part.MessageMenu);

interface MessageActionsProps {
  readonly row: TicketRow;
  readonly messages: readonly MessageView[];
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** What is done with one message: the one that has focus or marked words, else the last. */
export function MessageActions({ row, messages, scroller }: MessageActionsProps) {
  const sent = messages.filter((message) => message.state !== "held");
  const here = (): string | undefined => {
    const marked = window.getSelection()?.anchorNode?.parentElement ?? null;
    const focused = [document.activeElement, marked]
      .map((element) => element?.closest<HTMLElement>("[data-message]") ?? null)
      .find((article) => article !== null && scroller.current?.contains(article));
    return focused?.dataset.message ?? sent.at(-1)?.id;
  };
  const dialog = (what: "split" | "redact") => () => {
    const messageId = here();
    if (messageId !== undefined) showDialog({ what, row, messageId });
  };
  useActions([
    {
      id: "message.split",
      words: ["split", "separate"],
      disabledReason: sent.length < 2 ? "There is one message only" : null,
      run: dialog("split"),
    },
    {
      id: "message.redact",
      label: "Remove words or a file for good",
      scope: "ticket",
      words: ["redact", "remove", "erase"],
      run: dialog("redact"),
    },
  ]);
  const Menu = useLate(loadMenu);
  return Menu === null ? null : <Menu scroller={scroller} />;
}
