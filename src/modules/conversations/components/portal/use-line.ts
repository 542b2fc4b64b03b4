"use client";

import { useState } from "react";

/** The way to the server, for who may be faster than it is loaded: the promise waits for it. */
export function useLine<Line>(): { line: Promise<Line>; ready: (line: Line) => void } {
  const [made] = useState(() => {
    let ready: (line: Line) => void = () => undefined;
    const line = new Promise<Line>((resolve) => {
      ready = resolve;
    });
    return { line, ready };
  });
  return made;
}
