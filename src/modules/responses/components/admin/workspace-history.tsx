"use client";

import type { WorkspaceSettings } from "@/modules/workspace/client";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";

const fieldWords: Readonly<Record<string, string>> = {
  name: "the name",
  accent: "the accent colour",
  languages: "the languages",
  colleaguesShare: "whether colleagues see each other's requests",
  trouble: "the known trouble",
  logo: "the logo",
};

const shown = (value: string) => (value === "" ? "none" : value);

/** Who changed what, newest first. */
export function WorkspaceHistory({ changes }: Pick<WorkspaceSettings, "changes">) {
  const now = useNow();
  // Admins read times by the clock of their own device.
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  if (changes.length === 0) return null;
  return (
    <section className="flex max-w-medium flex-col gap-2">
      <h2 className="text-heading">Changes</h2>
      <ul className="flex flex-col gap-1 text-ui">
        {changes.map(({ id, at, by, field, before, after }) => (
          <li key={id} className="break-words">
            {by} changed {fieldWords[field] ?? field} from “{shown(before)}” to “{shown(after)}”,{" "}
            <Time value={at} now={now} zone={timeZone} />
          </li>
        ))}
      </ul>
    </section>
  );
}
