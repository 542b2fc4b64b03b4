"use client";

import * as Radix from "radix-ui/alert-dialog";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cx } from "./cx";
import { dialogClass, dialogWidthClass, scrimClass } from "./float-class";
import { useFocusBack } from "./focus-back";
import "./style-nonce";

interface AlertDialogProps {
  readonly title: ReactNode;
  /** What is lost, by name and number. */
  readonly loses: ReactNode;
  /** The verb with its object: "Erase Anna Kowalska". */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly cancel?: string | undefined;
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
  readonly trigger?: ReactNode;
}

/** Asks before what cannot be undone, and only then; focus starts on the safe button. */
export function AlertDialog(props: AlertDialogProps) {
  const { title, loses, confirm, onConfirm, cancel = "Keep it", open, onOpenChange } = props;
  const { remember, onCloseAutoFocus } = useFocusBack();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {props.trigger && <Radix.Trigger asChild>{props.trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={scrimClass} />
        <Radix.Content
          className={cx(dialogClass, dialogWidthClass.small, "gap-4 p-4")}
          onOpenAutoFocus={remember}
          onCloseAutoFocus={onCloseAutoFocus}
        >
          <div className="min-h-0 overflow-y-auto">
            <Radix.Title className="text-title">{title}</Radix.Title>
            <Radix.Description asChild>
              <div className="mt-2 text-body text-ink-2">{loses}</div>
            </Radix.Description>
          </div>
          <div className="flex flex-wrap justify-end gap-2">
            <Radix.Cancel asChild>
              <Button>{cancel}</Button>
            </Radix.Cancel>
            <Radix.Action asChild>
              <Button variant="danger" onClick={onConfirm}>
                {confirm}
              </Button>
            </Radix.Action>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
