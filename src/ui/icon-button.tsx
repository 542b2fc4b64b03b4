"use client";

import type { ReactNode } from "react";
import type { ButtonProps } from "./button";
import { buttonClass } from "./button-class";
import { ariaKeys } from "./keys";
import { Tooltip } from "./tooltip";

type IconButtonProps = Omit<ButtonProps, "children" | "busy" | "aria-label"> & {
  /** What it does, in words: its accessible name and its tooltip. */
  name: string;
  icon: ReactNode;
  /** For a button that holds a state; leave out for one that only acts. */
  pressed?: boolean | undefined;
};

export function IconButton(props: IconButtonProps) {
  const {
    name,
    icon,
    pressed,
    variant = "quiet",
    keys,
    disabledReason,
    className,
    ...native
  } = props;
  const refused = typeof disabledReason === "string";
  return (
    <Tooltip text={refused ? `${name}: ${disabledReason}` : name} keys={keys}>
      <button
        type="button"
        {...native}
        {...(refused ? { type: "button", onClick: undefined, "aria-disabled": true } : {})}
        aria-label={refused ? `${name}: ${disabledReason}` : name}
        aria-pressed={pressed}
        aria-keyshortcuts={ariaKeys(keys)}
        className={buttonClass(variant, `shrink-0 px-1 ${className ?? ""}`)}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
