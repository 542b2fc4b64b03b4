"use client";

import { HealthGlyph } from "@/ui/glyphs";
import { useNow } from "@/ui/now-provider";
import { TextLink } from "@/ui/text-link";
import { Time } from "@/ui/time";
import { healthOfIncident, type IncidentView, stateWords } from "./incident-words";

interface ListProps {
  readonly label: string;
  readonly incidents: readonly IncidentView[];
  readonly zone: string;
  readonly locale: string;
}

/** Incidents with their state, since when, and who knows of them. */
export function IncidentList({ label, incidents, zone, locale }: ListProps) {
  const now = useNow();
  const when = { now, zone, locale };
  return (
    <ul aria-label={label} className="flex flex-col rounded-card border border-line bg-surface">
      {incidents.map((incident) => (
        <li
          key={incident.id}
          className="flex items-start gap-3 border-line border-b px-4 py-3 last:border-b-0"
        >
          <HealthGlyph health={healthOfIncident(incident)} name="" className="mt-0.5 shrink-0" />
          <div className="min-w-0 flex-1">
            <TextLink href={`/admin/incidents/${incident.id}`}>{incident.title}</TextLink>
            <p className="break-words text-ink-2 text-small">{incident.says}</p>
            <p className="text-ink-2 text-small">
              {`${stateWords(incident)}, since `}
              <Time value={incident.openedAt} {...when} style="moment" />
              {incident.resolvedAt !== null && (
                <>
                  {" until "}
                  <Time value={incident.resolvedAt} {...when} style="moment" />
                </>
              )}
              {incident.acknowledged !== null && `, acknowledged by ${incident.acknowledged.by}`}
            </p>
            {incident.resolvedAt === null && (
              <p className="text-ui">To do: {incident.action.toLowerCase()}.</p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
