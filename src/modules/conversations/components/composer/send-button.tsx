"use client";

import { CalendarClock, ChevronDown } from "lucide-react";
import { lazy, Suspense, useState, useSyncExternalStore } from "react";
import { mayBecome, statusWords, type TicketRow } from "@/modules/tickets/client";
import { useMe } from "@/modules/tickets/components/me";
import { useActions } from "@/ui/actions/use-actions";
import { Button } from "@/ui/button";
import { StatusGlyph } from "@/ui/glyphs";
import { IconButton } from "@/ui/icon-button";
import { Menu, MenuItem, MenuLabel, MenuRadioGroup, MenuRadioItem, MenuSeparator } from "@/ui/menu";
import type { SetStatus } from "./outgoing-store";
import { lastSendAs, plainSendAs, rememberSendAs, subscribeSendAs } from "./send-as";

const SendLater = lazy(() => import("./send-later"));
const choices = ["open", "pending", "on_hold", "resolved"] as const;

/** How a message goes: what it sets, when, and where one is afterwards. */
export type SendHow = {
  setStatus?: SetStatus | undefined;
  sendAt?: string | undefined;
  next?: boolean | undefined;
};

interface SendButtonProps {
  readonly row: TicketRow;
  readonly kind: "reply" | "note";
  /** "Anna Kowalska and 1 more". */
  readonly to: string;
  readonly disabledReason: string | null;
  readonly onSend: (how: SendHow) => void;
}

/** Says what will happen, and to whom. */
export function SendButton(props: SendButtonProps) {
  const { row, kind, to, disabledReason, onSend } = props;
  const me = useMe();
  const [menuOpen, setMenuOpen] = useState(false);
  const [choosingTime, setChoosingTime] = useState(false);
  const remembered = useSyncExternalStore(subscribeSendAs, () => lastSendAs(me.id), plainSendAs);
  const offered = choices.filter((status) => mayBecome(row.status, status));
  const isNote = kind === "note";
  const kept = remembered.status;
  const setStatus = !isNote && kept !== null && offered.includes(kept) ? kept : undefined;
  const { next } = remembered;
  const sendAs = (status: SetStatus | null) => {
    rememberSendAs(me.id, { status, next });
    onSend({ setStatus: status ?? undefined, next });
  };
  useActions([
    {
      id: "composer.send",
      disabledReason,
      run: () => onSend(isNote ? {} : { setStatus, next }),
    },
    {
      id: "composer.send-as",
      disabledReason: isNote ? "A note leaves the status as it is" : disabledReason,
      run: () => setMenuOpen(true),
    },
  ]);

  if (isNote) {
    return (
      <Button
        variant="note"
        keys="Mod+Enter"
        disabledReason={disabledReason}
        onClick={() => onSend({})}
      >
        Add internal note
      </Button>
    );
  }
  const suffix = setStatus === undefined ? "" : `, set ${statusWords[setStatus]}`;
  return (
    <span className="flex min-w-0 gap-px">
      <Button
        variant="primary"
        keys="Mod+Enter"
        disabledReason={disabledReason}
        onClick={() => onSend({ setStatus, next })}
        className="min-w-0 rounded-e-none!"
      >
        <span className="min-w-0 truncate">
          Send to {to}
          {suffix}
          {next ? ", next" : ""}
        </span>
      </Button>
      <Menu
        label="Send as"
        align="end"
        open={menuOpen}
        onOpenChange={setMenuOpen}
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
        <MenuItem icon={<StatusGlyph status={row.status} name="" />} onSelect={() => sendAs(null)}>
          Send, leave {statusWords[row.status]}
        </MenuItem>
        {offered.map((one) => (
          <MenuItem
            key={one}
            icon={<StatusGlyph status={one} name="" />}
            onSelect={() => sendAs(one)}
          >
            Send, set {statusWords[one]}
          </MenuItem>
        ))}
        <MenuItem
          icon={<CalendarClock size={16} aria-hidden="true" />}
          onSelect={() => setChoosingTime(true)}
        >
          Send later
        </MenuItem>
        <MenuSeparator />
        <MenuLabel>After sending</MenuLabel>
        <MenuRadioGroup
          value={next ? "next" : "stay"}
          onValueChange={(value) => rememberSendAs(me.id, { status: kept, next: value === "next" })}
        >
          <MenuRadioItem value="stay">Stay here</MenuRadioItem>
          <MenuRadioItem value="next">Go to the next ticket</MenuRadioItem>
        </MenuRadioGroup>
      </Menu>
      {choosingTime && (
        <Suspense fallback={null}>
          <SendLater
            to={to}
            onClose={() => setChoosingTime(false)}
            onChoose={(sendAt) => {
              setChoosingTime(false);
              onSend({ setStatus, sendAt, next });
            }}
          />
        </Suspense>
      )}
    </span>
  );
}
