"use client";

import { type ReactNode, useId } from "react";
import { Button } from "./button";
import { Dialog, DialogClose } from "./dialog";

interface FormDialogProps {
  readonly title: string;
  /** The verb and its object, as on the button: "Save team". */
  readonly verb: string;
  readonly size?: "small" | "medium" | "large";
  readonly busy: boolean;
  /** What is missing, in words for whoever fills it in; null where it can be sent. */
  readonly disabledReason: string | null;
  readonly onSend: () => unknown;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog that makes or changes one thing: Enter sends it, and nothing is sent unfinished. */
export function FormDialog(props: FormDialogProps) {
  const { title, verb, size = "medium", busy, disabledReason, onSend, onClose, children } = props;
  const id = useId();
  return (
    <Dialog
      open
      size={size}
      onOpenChange={(open) => !open && onClose()}
      title={title}
      footer={
        <>
          <DialogClose>
            <Button>Discard</Button>
          </DialogClose>
          <Button
            form={id}
            type="submit"
            variant="primary"
            busy={busy}
            disabledReason={disabledReason}
          >
            {verb}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (disabledReason === null) void onSend();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
