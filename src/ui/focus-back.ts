"use client";

import { useRef } from "react";

/**
 * Remembers where the focus was when something opened above it, and gives it back at the end. The
 * library does so for what has a button of its own alone; ours are opened by keys, menus and rows.
 */
export function useFocusBack() {
  const opener = useRef<Element | null>(null);
  return {
    remember: () => {
      opener.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      const back = opener.current;
      // Whoever closed it may have sent the focus elsewhere already, such as into the composer.
      const isElsewhere =
        document.activeElement !== null && document.activeElement !== document.body;
      if (!(back instanceof HTMLElement) || !back.isConnected || isElsewhere) return;
      event.preventDefault();
      back.focus();
    },
  };
}
