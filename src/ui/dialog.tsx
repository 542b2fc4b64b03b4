"use client";

import { X } from "lucide-react";
import * as Radix from "radix-ui/dialog";
import { type ReactNode, useRef } from "react";
import { cx } from "./cx";
import { dialogClass, dialogWidthClass, scrimClass } from "./float-class";
import { useFocusBack } from "./focus-back";
import { IconButton } from "./icon-button";
import "./style-nonce";

interface DialogProps {
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly open?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
  /** A button that opens it and gets focus back; leave out where `open` rules. */
  readonly trigger?: ReactNode;
  /** Its buttons, the safe way out first. */
  readonly footer?: ReactNode;
  readonly size?: keyof typeof dialogWidthClass;
  /** Tab stops at what scrolls, where nothing in it takes focus. */
  readonly scrollStop?: boolean | undefined;
  readonly children?: ReactNode;
}

export function Dialog(props: DialogProps) {
  const { title, description, open, onOpenChange, trigger, footer, size = "medium" } = props;
  const body = useRef<HTMLDivElement>(null);
  const { remember, onCloseAutoFocus } = useFocusBack();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={scrimClass} />
        <Radix.Content
          className={cx(dialogClass, dialogWidthClass[size])}
          onCloseAutoFocus={onCloseAutoFocus}
          onOpenAutoFocus={(event) => {
            remember();
            if (focusFirst(body.current)) event.preventDefault();
          }}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <header className="flex items-start justify-between gap-2 border-line border-b p-4">
            <div className="min-w-0">
              <Radix.Title className="text-title">{title}</Radix.Title>
              {description && (
                <Radix.Description className="mt-1 text-ink-2 text-ui">
                  {description}
                </Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton name="Close" icon={<X size={16} aria-hidden="true" />} />
            </Radix.Close>
          </header>
          <div
            ref={body}
            tabIndex={props.scrollStop ? 0 : undefined}
            className="min-h-0 overflow-y-auto p-4 focus-visible:-outline-offset-2"
          >
            {props.children}
          </div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t p-4">
              {footer}
            </footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const focusable = "input:not([type=hidden], :disabled),textarea,select,button,a[href]";

/** Focus starts in what the dialog is for, not on its cross. */
function focusFirst(body: HTMLElement | null): boolean {
  const first = body?.tabIndex === 0 ? body : body?.querySelector<HTMLElement>(focusable);
  first?.focus();
  return first !== null && first !== undefined;
}

/** Wraps a button of the footer that closes the dialog. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
