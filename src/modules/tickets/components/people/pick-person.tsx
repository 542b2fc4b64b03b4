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
import { Coming } from "@/ui/coming";
import type { FindPersonProps } from "./find-person";

const PersonPopover = lazy(() => import("./person-popover"));

type Opener = HTMLAttributes<HTMLElement> & { ref?: Ref<HTMLElement> };

interface PickPersonProps extends FindPersonProps {
  /** One button. */
  readonly trigger: ReactNode;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** A button at which colleagues are found by name; what opens there comes when it is asked for. */
export function PickPerson(props: PickPersonProps) {
  const { trigger, open, onOpenChange, ...find } = props;
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
        <Suspense fallback={<Coming />}>
          <PersonPopover {...find} opener={opener} onClose={() => onOpenChange(false)} />
        </Suspense>
      )}
    </>
  );
}
