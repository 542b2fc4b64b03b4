"use client";

import { useMe } from "@/modules/tickets/components/me";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import type { InLanguage } from "./templates-page";

interface TemplateVersionsProps {
  readonly kind: string;
  readonly language: InLanguage["language"];
  readonly onTake: (words: InLanguage["words"]) => void;
}

/** Who changed a letter and when; an older version is looked at by taking it into the fields. */
export function TemplateVersions({ kind, language, onTake }: TemplateVersionsProps) {
  const now = useNow();
  const { timeZone: zone, locale } = useMe();
  const { data } = trpc.templates.versions.useQuery({ kind, language });
  if (data === undefined || data.versions.length === 0) return null;
  return (
    <details className="text-ui">
      <summary className="min-h-control cursor-pointer content-center text-link">
        {data.versions.length === 1 ? "1 version" : `${data.versions.length} versions`}
      </summary>
      <ol className="divide-y divide-line rounded-card border border-line">
        {data.versions.map(({ version, by, at, words }) => (
          <li key={version} className="flex flex-wrap items-center gap-2 px-3 py-1">
            <span className="min-w-0 flex-1">
              {by} {words === null ? "went back to ours" : "changed it"}{" "}
              <span className="text-ink-2">
                <Time value={at} now={now} zone={zone} locale={locale} />
              </span>
            </span>
            {words !== null && (
              <Button aria-label={`Take version ${version}`} onClick={() => onTake(words)}>
                Take
              </Button>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
