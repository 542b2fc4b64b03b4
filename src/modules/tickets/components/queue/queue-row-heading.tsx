interface GroupHeadingProps {
  readonly index: number;
  readonly top: string;
  readonly words: string;
}

/** Above the rows of a group. It is read and not stood on: keys pass over it. */
export function GroupHeading({ index, top, words }: GroupHeadingProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      tabIndex={-1}
      className="absolute inset-x-0 flex h-group items-center border-line border-b bg-sunken px-4"
      style={{ top }}
    >
      <span role="rowheader" tabIndex={-1} className="font-semibold text-ink-2 text-small">
        {words}
      </span>
    </div>
  );
}
