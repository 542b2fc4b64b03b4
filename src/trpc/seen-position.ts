let highest = 0;

/** The highest event position that this browser has seen; sent along so that no replica behind it is asked. */
export function seenPosition(): number {
  return highest;
}

export function noteSeenPosition(position: number): void {
  if (position > highest) highest = position;
}
