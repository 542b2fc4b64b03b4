"use client";

import { useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { useNow } from "@/ui/now-provider";

interface ScheduleDialogProps {
  readonly onChoose: (at: string) => void;
  readonly onClose: () => void;
}

/** When an article comes out by itself, in the time of this device. */
export function ScheduleDialog({ onChoose, onClose }: ScheduleDialogProps) {
  const now = useNow();
  const [typed, setTyped] = useState("");
  const at = typed === "" ? null : new Date(typed);
  const isSound = at !== null && !Number.isNaN(at.getTime());
  const reason = !isSound
    ? "Choose a day and a time"
    : at.getTime() <= now.getTime()
      ? "That time has passed"
      : null;
  return (
    <Dialog
      open
      size="small"
      title="Publish at a time"
      description="The text as it is now comes out then, whatever is written meanwhile."
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button
            variant="primary"
            disabledReason={reason}
            onClick={() => isSound && onChoose(at.toISOString())}
          >
            Publish then
          </Button>
        </>
      }
    >
      <Field label="Day and time, by this device's clock">
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
