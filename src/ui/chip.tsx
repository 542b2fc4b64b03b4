import { X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { softClass, type Tone } from "./tone";

interface ChipProps {
  readonly tone?: Tone | undefined;
  readonly icon?: ReactNode;
  readonly href?: string | undefined;
  readonly onRemove?: (() => void) | undefined;
  /** What the cross does, by name: "Remove tag billing". */
  readonly removeName?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A small fact: a tag, a filter, a recipient. */
export function Chip(props: ChipProps) {
  const { tone = "neutral", icon, href, onRemove, removeName, className, children } = props;
  const inside = (
    <>
      {icon}
      <span className="min-w-0 truncate">{children}</span>
    </>
  );
  return (
    <span
      className={cx(
        "inline-flex min-h-6 max-w-full items-center rounded-full border border-transparent text-small",
        softClass[tone],
        className,
      )}
    >
      {href === undefined ? (
        <span className="inline-flex min-w-0 items-center gap-1 px-2">{inside}</span>
      ) : (
        <Link
          href={href}
          className="inline-flex min-h-6 min-w-0 items-center gap-1 rounded-full px-2 hover:underline"
        >
          {inside}
        </Link>
      )}
      {onRemove && (
        <button
          type="button"
          aria-label={removeName ?? "Remove"}
          onClick={onRemove}
          className="-ms-2 inline-flex size-6 shrink-0 items-center justify-center rounded-full hover:bg-hover coarse:size-11"
        >
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
