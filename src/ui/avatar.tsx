import { cx } from "./cx";
import { groundOf, initialsOf } from "./initials";

export type AvatarSize = 20 | 24 | 32 | 40;

export interface AvatarProps {
  readonly name: string;
  readonly size?: AvatarSize | undefined;
  readonly presence?: "viewing" | "replying" | undefined;
  /** The name stands beside it: the picture is for eyes only. */
  readonly decorative?: boolean | undefined;
  readonly className?: string | undefined;
}

const sizes: Readonly<Record<AvatarSize, string>> = {
  20: "size-5",
  24: "size-6",
  32: "size-8",
  40: "size-10",
};

const grounds = [
  "bg-good-soft text-on-good-soft",
  "bg-info-soft text-on-info-soft",
  "bg-violet-soft text-on-violet-soft",
  "bg-selected text-link",
  "bg-warn-soft text-on-warn-soft",
] as const;

const presenceWords = { viewing: "is viewing", replying: "is replying" } as const;

/** A face, by initials. */
export function Avatar(props: AvatarProps) {
  const { name, size = 24, presence, decorative, className } = props;
  const words = presence === undefined ? name : `${name} ${presenceWords[presence]}`;
  const ground = grounds[groundOf(name, grounds.length)];
  return (
    <span
      {...(decorative ? { "aria-hidden": true } : { role: "img", "aria-label": words })}
      title={decorative ? undefined : words}
      className={cx("relative inline-flex shrink-0 rounded-full", sizes[size], className)}
    >
      <span
        className={cx(
          "flex size-full items-center justify-center rounded-full border border-transparent font-semibold text-small leading-none tracking-tight",
          ground,
        )}
      >
        {size < 24 ? [...initialsOf(name)][0] : initialsOf(name)}
      </span>
      {presence !== undefined && (
        <span
          className={cx(
            "absolute -end-0.5 -bottom-0.5 size-2.5 rounded-full border-2 border-surface",
            presence === "replying" ? "bg-warn" : "bg-good",
          )}
        />
      )}
    </span>
  );
}

interface AvatarStackProps {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
  }[];
  /** What they do: "viewing this ticket". */
  readonly label: string;
  readonly max?: number | undefined;
}

export function AvatarStack({ people, label, max = 3 }: AvatarStackProps) {
  if (people.length === 0) return null;
  const names = people.map((person) => person.name).join(", ");
  return (
    <span
      role="img"
      aria-label={`${names} ${label}`}
      title={`${names} ${label}`}
      className="inline-flex"
    >
      {people.slice(0, max).map((person) => (
        <Avatar
          key={person.id}
          decorative
          name={person.name}
          className="-ms-1 ring-2 ring-surface first:ms-0"
        />
      ))}
      {people.length > max && (
        <span className="ms-1 self-center text-ink-2 text-small">+{people.length - max}</span>
      )}
    </span>
  );
}
