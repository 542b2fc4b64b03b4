import { cx } from "./cx";

interface SkeletonProps {
  /** Of the final size, so that nothing shifts when the content arrives: `h-5 w-40`. */
  readonly className?: string | undefined;
}

/** A place that is being filled. It stays unseen for 150 ms, and it does not move. */
export function Skeleton({ className }: SkeletonProps) {
  return (
    <span
      aria-hidden="true"
      className={cx("block animate-late rounded-control bg-sunken forced-colors:border", className)}
    />
  );
}

interface SkeletonRowsProps {
  readonly rows: number;
  /** What is being loaded, said once: "Loading tickets". */
  readonly label: string;
  readonly className?: string | undefined;
}

/** Rows of a list at the row height of the density. */
export function SkeletonRows({ rows, label, className }: SkeletonRowsProps) {
  const places = Array.from({ length: rows }, (_, place) => place);
  return (
    <div role="status" aria-label={label} className={className}>
      {places.map((place) => (
        <div
          key={place}
          className="flex h-row flex-col justify-center gap-2 border-line border-b px-4"
        >
          <Skeleton className="h-3 w-2/5" />
          <Skeleton className="h-3 w-4/5" />
        </div>
      ))}
    </div>
  );
}
