import { cx } from "./cx";
import { numberWords } from "./format/number";

interface ProgressProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly locale?: string | undefined;
  readonly className?: string | undefined;
}

export function Progress({ label, value, max, locale, className }: ProgressProps) {
  const said = `${numberWords(value, locale)} of ${numberWords(max, locale)}`;
  return (
    <div className={cx("flex flex-col gap-1 text-ui", className)}>
      <span className="flex justify-between gap-3">
        <span>{label}</span>
        <span className="text-ink-2 tabular-nums">{said}</span>
      </span>
      <progress
        aria-label={label}
        value={value}
        max={max}
        className="h-2 w-full appearance-none overflow-hidden rounded-full border border-line-strong bg-raised [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-raised [&::-webkit-progress-value]:bg-accent forced-colors:forced-color-adjust-none"
      >
        {said}
      </progress>
    </div>
  );
}
