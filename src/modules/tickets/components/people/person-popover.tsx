"use client";

import * as Radix from "radix-ui/popover";
import type { RefObject } from "react";
import { floatClass } from "@/ui/float-class";
import { FindPerson, type FindPersonProps } from "./find-person";

interface PersonPopoverProps extends FindPersonProps {
  readonly opener: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** Stands at the button that opened it and gives the focus back to it. */
export default function PersonPopover(props: PersonPopoverProps) {
  const { opener, onClose, ...find } = props;
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Anchor virtualRef={opener} />
      <Radix.Portal>
        <Radix.Content
          aria-label={find.label}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          // The button itself closes it.
          onInteractOutside={(event) => {
            const { target } = event;
            if (target instanceof Node && opener.current?.contains(target)) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const { activeElement } = document;
            // Who clicked elsewhere is there by now.
            if (activeElement === null || activeElement === document.body) opener.current?.focus();
          }}
          className={`${floatClass} w-72 p-1`}
        >
          <FindPerson
            {...find}
            onPick={(person) => {
              onClose();
              find.onPick(person);
            }}
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
