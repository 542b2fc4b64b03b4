"use client";

import { useEffect } from "react";

const counted = /^\(\d+\+?\) /u;

/** The tab says how often one is called by name, and nothing of all the rest. */
export function useTitleCount(mentions: number): void {
  useEffect(() => {
    const write = () => {
      const bare = document.title.replace(counted, "");
      const wanted = mentions > 0 ? `(${mentions}) ${bare}` : bare;
      if (document.title !== wanted) document.title = wanted;
    };
    write();
    // Each page brings its own title.
    const watch = new MutationObserver(write);
    watch.observe(document.head, { subtree: true, childList: true, characterData: true });
    return () => watch.disconnect();
  }, [mentions]);
}
