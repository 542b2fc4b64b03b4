"use client";

import { Button } from "@/ui/button";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { policyWords } from "../../rules/scaling/policy-words";
import { foundingPolicy } from "../../rules/scaling/subjects";
import { FigureTable } from "../figure-table";
import type { PageProps, Scaled } from "./scaling-page";
import { useSetPolicy } from "./use-set-policy";

const nowStepMs = 60_000;

/** Who changed a rule, when and why, and the way back to each. */
export function PolicyVersions({ scaled, zone, locale }: PageProps & { scaled: Scaled }) {
  const now = useNow(nowStepMs);
  const { apply, busy } = useSetPolicy(scaled);
  if (scaled.versions.length === 0)
    return <p className="text-ink-2 text-ui">Nobody has changed this rule yet.</p>;
  return (
    <FigureTable
      caption="Versions of this rule, the newest first"
      columns={[
        { title: "Version" },
        { title: "Rule" },
        { title: "Reason" },
        { title: "By" },
        { title: "When" },
        { title: "To do" },
      ]}
      rows={scaled.versions.map(({ version, policy, reason, by, at }) => ({
        key: String(version),
        cells: [
          String(version),
          policy === null
            ? `Founding rule: ${policyWords(foundingPolicy(scaled.subject))}`
            : policyWords(policy),
          reason,
          by,
          <Time key="at" value={at} now={now} zone={zone} locale={locale} />,
          version === scaled.version ? (
            "Counts now"
          ) : (
            <Button
              key="back"
              variant="quiet"
              busy={busy}
              onClick={() => void apply(policy, `Back to version ${version}`)}
            >
              Go back to {version}
            </Button>
          ),
        ],
      }))}
    />
  );
}
