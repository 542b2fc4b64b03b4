"use client";

import { useEffect, useState } from "react";
import { onAnnounce } from "./announce";
import { useSay } from "./words";

/** What arrives within two seconds is said in one breath. */
const breathMs = 2_000;
/** Long enough to be spoken; then it goes, or a browsing reader would meet old words. */
const keptMs = 10_000;

/** The one region that speaks for others' doings; counts and ticks stay silent. */
export function Announcer() {
  const say = useSay("ui");
  const [text, setText] = useState("");

  useEffect(() => {
    let waiting: string[] = [];
    let speak: ReturnType<typeof setTimeout> | undefined;
    let clear: ReturnType<typeof setTimeout> | undefined;
    const stop = onAnnounce((words) => {
      waiting.push(words);
      speak ??= setTimeout(() => {
        setText([...new Set(waiting)].join(". "));
        waiting = [];
        speak = undefined;
        clearTimeout(clear);
        clear = setTimeout(() => setText(""), keptMs);
      }, breathMs);
    });
    return () => {
      stop();
      clearTimeout(speak);
      clearTimeout(clear);
    };
  }, []);

  return (
    <div role="log" aria-live="polite" aria-label={say("news")} className="sr-only">
      {text}
    </div>
  );
}
