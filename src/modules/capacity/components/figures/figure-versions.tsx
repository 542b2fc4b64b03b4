"use client";

import { Button } from "@/ui/button";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { FigureTable } from "../figure-table";
import { setWords } from "./figure-draft";
import type { FigureTableView, PageProps } from "./figures-page";
import { useSetFigures } from "./use-set-figures";

const nowStepMs = 60_000;

/** Who changed a table, when and why, and the way back to each version and to the founding values. */
export function FigureVersions({ table, zone, locale }: PageProps & { table: FigureTableView }) {
  const now = useNow(nowStepMs);
  const { apply, busy } = useSetFigures(table);
  const { figure, version: newest, versions } = table;
  if (versions.length === 0)
    return <p className="text-ink-2 text-ui">Nobody has changed these yet.</p>;
  const isFounding = Object.keys(table.set).length === 0;
  return (
    <>
      <FigureTable
        caption={`Versions of ${figure}, the newest first`}
        columns={[
          { title: "Version" },
          { title: "Says" },
          { title: "Reason" },
          { title: "By" },
          { title: "When" },
          { title: "To do" },
        ]}
        rows={versions.map(({ version, set, reason, by, at }) => ({
          key: String(version),
          cells: [
            String(version),
            setWords(figure, set, locale),
            reason,
            by,
            <Time key="at" value={at} now={now} zone={zone} locale={locale} />,
            version === newest ? (
              "Counts now"
            ) : (
              <Button
                key="back"
                variant="quiet"
                busy={busy}
                onClick={() => void apply(set, `Back to version ${version}`)}
              >
                Go back to {version}
              </Button>
            ),
          ],
        }))}
      />
      {!isFounding && (
        <div>
          <Button busy={busy} onClick={() => void apply(null, "Back to the founding values")}>
            Go back to the founding values
          </Button>
        </div>
      )}
    </>
  );
}
