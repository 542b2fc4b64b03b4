"use client";

import type { ReactNode } from "react";
import { Button } from "../button";
import type { ButtonVariant } from "../button-class";
import { IconButton } from "../icon-button";
import { useAction } from "./use-actions";

interface ActionButtonProps {
  readonly id: string;
  readonly variant?: ButtonVariant | undefined;
  readonly icon?: ReactNode;
  /** Shows the icon alone; the action's words are its name. */
  readonly iconOnly?: boolean | undefined;
  readonly pressed?: boolean | undefined;
  readonly className?: string | undefined;
  /** Replaces the action's words. */
  readonly children?: ReactNode;
}

/** An action of the registry as a button, with its words, its key and its reason; absent when nothing offers it. */
export function ActionButton(props: ActionButtonProps) {
  const { id, variant, icon, iconOnly = false, pressed, className, children } = props;
  const action = useAction(id);
  if (action === null) return null;
  const { label, keys, disabledReason, run } = action;
  const shared = { variant, disabledReason, className, onClick: run };
  if (iconOnly) {
    return (
      <IconButton
        {...shared}
        name={label}
        keys={keys}
        pressed={pressed}
        icon={icon ?? action.icon}
      />
    );
  }
  return (
    <Button {...shared} keys={keys}>
      {icon ?? action.icon}
      {children ?? label}
    </Button>
  );
}
