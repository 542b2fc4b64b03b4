import { type DemoRole, demoHints, touchHints } from "./hints";

/** What the strip says to whoever came in by a door; rendered on the server, so that no browser loads it. */
export function demoSays(who: DemoRole) {
  const touch = touchHints[who];
  const hint = (
    <>
      Demo data. <span className={touch && "coarse:hidden"}>{demoHints[who]}</span>
      {touch && <span className="hidden coarse:inline">{touch}</span>}
    </>
  );
  return { hint, close: "Got it" };
}
