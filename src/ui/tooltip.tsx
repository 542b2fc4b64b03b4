"use client";

import { type ReactNode, useRef } from "react";
import { useTip } from "./use-tip";

interface TooltipProps {
  readonly text: string;
  readonly keys?: string | undefined;
  /** One element that can take focus. */
  readonly children: ReactNode;
}

const firstChild = (wrapper: HTMLElement) => wrapper.firstElementChild;

/**
 * Shows on hover and on focus what the anchor's accessible name or description already says.
 * Nothing may be known from a tooltip alone.
 */
export function Tooltip({ text, keys, children }: TooltipProps) {
  const wrapper = useRef<HTMLSpanElement>(null);
  useTip(wrapper, text, keys, firstChild);
  return (
    <span ref={wrapper} className="contents">
      {children}
    </span>
  );
}
