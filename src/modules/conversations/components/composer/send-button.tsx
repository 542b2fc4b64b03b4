"use client";

import { ChevronDown } from "lucide-react";
import { useSyncExternalStore } from "react";
import { mayBecome, statusWords, type TicketRow } from "@/modules/tickets/client";
import { useActions } from "@/ui/actions/use-actions";
import { Button } from "@/ui/button";
import { StatusGlyph } from "@/ui/glyphs";
import { IconButton } from "@/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/ui/menu";
import type { SetStatus } from "./outgoing-store";
import { lastSendAs, rememberSendAs, subscribeSendAs } from "./send-as";

const choices = ["open", "pending", "on_hold", "resolved"] as const;
const nothing = () => null;

interface SendButtonProps {
  readonly row: TicketRow;
  readonly kind: "reply" | "note";
  readonly disabledReason: string | null;
  readonly menuOpen: boolean;
  readonly onMenuOpenChange: (open: boolean) => void;
  readonly onSend: (setStatus: SetStatus | undefined) => void;
}

/** Says what will happen, and to whom. */
export function SendButton(props: SendButtonProps) {
  const { row, kind, disabledReason, menuOpen, onMenuOpenChange, onSend } = props;
  const remembered = useSyncExternalStore(subscribeSendAs, lastSendAs, nothing);
  const offered = choices.filter((status) => mayBecome(row.status, status));
  const status =
    kind === "reply" && remembered !== null && offered.includes(remembered)
      ? remembered
      : undefined;
  const sendAs = (chosen: SetStatus | undefined) => {
    rememberSendAs(chosen ?? null);
    onSend(chosen);
  };
  const isNote = kind === "note";
  useActions([
    { id: "composer.send", disabledReason, run: () => onSend(status) },
    {
      id: "composer.send-as",
      disabledReason: isNote ? "A note leaves the status as it is" : disabledReason,
      run: () => onMenuOpenChange(true),
    },
  ]);

  if (isNote) {
    return (
      <Button
        variant="note"
        keys="Mod+Enter"
        disabledReason={disabledReason}
        onClick={() => onSend(undefined)}
      >
        Add internal note
      </Button>
    );
  }
  const suffix = status === undefined ? "" : `, set ${statusWords[status]}`;
  return (
    <span className="flex min-w-0 gap-px">
      <Button
        variant="primary"
        keys="Mod+Enter"
        disabledReason={disabledReason}
        onClick={() => onSend(status)}
        className="min-w-0 rounded-e-none!"
      >
        <span className="min-w-0 truncate">
          Send to {row.requester.name}
          {suffix}
        </span>
      </Button>
      <Menu
        label="Send as"
        align="end"
        open={menuOpen}
        onOpenChange={onMenuOpenChange}
        trigger={
          <IconButton
            name="Send as"
            keys="Mod+Shift+Enter"
            variant="primary"
            disabledReason={disabledReason}
            icon={<ChevronDown size={16} aria-hidden="true" />}
            className="rounded-s-none!"
          />
        }
      >
        <MenuItem
          icon={<StatusGlyph status={row.status} name="" />}
          onSelect={() => sendAs(undefined)}
        >
          Send, leave {statusWords[row.status]}
        </MenuItem>
        <MenuSeparator />
        {offered.map((one) => (
          <MenuItem
            key={one}
            icon={<StatusGlyph status={one} name="" />}
            onSelect={() => sendAs(one)}
          >
            Send, set {statusWords[one]}
          </MenuItem>
        ))}
      </Menu>
    </span>
  );
}
