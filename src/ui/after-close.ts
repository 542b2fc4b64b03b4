"use client";

import { createContext, useContext, useRef } from "react";

interface AfterClose {
  /** Keeps what was chosen until the float is gone. */
  readonly choose: (run: () => void) => void;
  readonly onCloseAutoFocus: () => void;
}

/**
 * A menu gives the focus back to its opener when it closes. What was chosen runs after that, for
 * it may want to place the focus elsewhere, such as into a composer or a dialog.
 */
export function useAfterClose(): AfterClose {
  const chosen = useRef<(() => void) | null>(null);
  const made = useRef<AfterClose>({
    choose(run) {
      chosen.current = run;
    },
    onCloseAutoFocus() {
      const run = chosen.current;
      chosen.current = null;
      if (run !== null) setTimeout(run, 0);
    },
  });
  return made.current;
}

export const ChooseContext = createContext<(run: () => void) => void>((run) => run());

export const useChoose = () => useContext(ChooseContext);
