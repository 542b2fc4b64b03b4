"use client";

import {
  cloneElement,
  type HTMLAttributes,
  isValidElement,
  lazy,
  type ReactNode,
  type Ref,
  Suspense,
  useRef,
} from "react";
import type { Picked } from "./find-person";

const PersonPopover = lazy(() => import("./person-popover"));

type Opener = HTMLAttributes<HTMLElement> & { ref?: Ref<HTMLElement> };

interface PickPersonProps {
  readonly label: string;
  /** One button. */
  readonly trigger: ReactNode;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly nobody: boolean;
  readonly onPick: (person: Picked) => void;
}

/** A button at which colleagues are found by name; what opens there comes when it is asked for. */
export function PickPerson(props: PickPersonProps) {
  const { label, trigger, open, onOpenChange, nobody, onPick } = props;
  const opener = useRef<HTMLElement>(null);
  if (!isValidElement<Opener>(trigger)) return null;
  return (
    <>
      {cloneElement(trigger, {
        ref: opener,
        "aria-haspopup": "dialog",
        "aria-expanded": open,
        onClick: () => onOpenChange(!open),
      })}
      {open && (
        <Suspense fallback={null}>
          <PersonPopover
            label={label}
            opener={opener}
            nobody={nobody}
            onClose={() => onOpenChange(false)}
            onPick={onPick}
          />
        </Suspense>
      )}
    </>
  );
}
