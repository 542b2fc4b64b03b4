"use client";

import { useState } from "react";
import { useMe } from "@/modules/tickets/components/me";
import { limits } from "@/platform/limits";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { placeName, shownIn } from "@/ui/format/calendar";
import { Input } from "@/ui/input";
import { useNow } from "@/ui/now-provider";
import { momentOf, readWall, sendTimes, wallOf, wallText } from "../../rules/send-times";

interface SendLaterProps {
  readonly to: string;
  readonly onChoose: (sendAt: string) => void;
  readonly onClose: () => void;
}

const dayMs = 24 * 3_600_000;
const shownTime = {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
} as const;

/** When a reply goes. Until then it waits in the conversation, where its author alone sees it. */
export default function SendLater({ to, onChoose, onClose }: SendLaterProps) {
  const { timeZone: zone, locale } = useMe();
  const now = useNow();
  const [typed, setTyped] = useState("");
  const wall = readWall(typed);
  const at = wall === null ? null : momentOf(wall, zone);
  const lastMs = now.getTime() + limits.sendLaterMsMax;
  const reason =
    at === null
      ? "Choose a day and a time"
      : at <= now
        ? "That time has passed"
        : at.getTime() > lastMs
          ? `At most ${Math.floor(limits.sendLaterMsMax / dayMs)} days ahead`
          : null;
  return (
    <Dialog
      open
      size="small"
      title="Send later"
      description={`To ${to}. Until then it waits in the conversation, and you can take it back.`}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <Button
          variant="primary"
          disabledReason={reason}
          onClick={() => at !== null && onChoose(at.toISOString())}
        >
          Send at that time
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <ul aria-label="Times" className="flex flex-col gap-1">
          {sendTimes(now, zone).map((time) => (
            <li key={time.id}>
              <Button
                className="w-full justify-between!"
                onClick={() => onChoose(time.at.toISOString())}
              >
                {time.label}
                <span className="font-normal text-ink-2">
                  {shownIn(time.at, zone, locale, shownTime)}
                </span>
              </Button>
            </li>
          ))}
        </ul>
        <Field label={`Or at (${placeName(zone)} time)`}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              min={wallText(wallOf(now, zone))}
              max={wallText(wallOf(new Date(lastMs), zone))}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
