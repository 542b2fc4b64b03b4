"use client";

import { type FormEvent, useId, useState } from "react";
import { limits } from "@/platform/limits";
import { Button } from "@/ui/button";
import { Input } from "@/ui/input";
import type { FigureSet } from "../../rules/figures/set";
import { type FigureField, figureFields } from "../../rules/settings/fields";
import { FigureTable } from "../figure-table";
import { ReasonField } from "../reason-field";
import { draftOf, figureWords, readDraft, unitOf } from "./figure-draft";
import type { FigureTableView } from "./figures-page";
import { useSetFigures } from "./use-set-figures";

interface EditorProps {
  readonly table: FigureTableView;
  readonly edgesMs: readonly number[];
  readonly locale: string;
}

const unique = (all: readonly string[]) => [...new Set(all)];

/** A table's numbers, each with its founding value where it differs, and the button that makes them count. */
export function FigureEditor({ table, edgesMs, locale }: EditorProps) {
  const { figure } = table;
  const fields = figureFields[figure];
  const { draft, setDraft, isChanged, discard, seen, setSeen } = useDraft(table);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const { apply, busy } = useSetFigures({ figure, version: seen.version });
  const { set, faults } = readDraft(figure, draft, edgesMs);
  const overtaken = table.version > seen.version ? table.versions[0] : undefined;
  const labels = unique(fields.map(({ label }) => label));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (faults.length === 0 && reason.trim() !== "") void save();
  };
  async function save(): Promise<void> {
    const version = await apply(set, reason.trim());
    if (version === null) return;
    setSeen({ set, version });
    setReason("");
    setAsked(false);
  }
  const cellOf = (field: FigureField | undefined) =>
    field === undefined ? (
      ""
    ) : (
      <FigureCell
        key={field.key}
        field={field}
        text={draft[field.key] ?? ""}
        founding={set[field.key] === undefined ? null : figureWords(field, field.founding, locale)}
        fault={faults.find(({ key }) => key === field.key)?.says ?? null}
        onText={(text) => setDraft({ ...draft, [field.key]: text })}
      />
    );
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <FigureTable
        caption={`What counts: ${figure}`}
        columns={[{ title: "What" }, ...labels.map((title) => ({ title }))]}
        rows={unique(fields.map(({ of }) => of)).map((of) => ({
          key: of,
          cells: [
            of,
            ...labels.map((label) =>
              cellOf(fields.find((each) => each.of === of && each.label === label)),
            ),
          ],
        }))}
      />
      <ReasonField
        reason={reason}
        charsMax={limits.figureReasonCharsMax}
        asked={asked}
        onReason={setReason}
      />
      {overtaken !== undefined && isChanged && (
        <div className="flex flex-wrap items-center gap-3">
          <p role="alert" className="max-w-prose text-ui text-warn">
            {`${overtaken.by} saved version ${overtaken.version} meanwhile: ${overtaken.reason}. It stands below; what you typed is kept.`}
          </p>
          <Button onClick={() => setSeen(table)}>Save mine after it</Button>
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        <Button
          type="submit"
          variant="primary"
          busy={busy}
          disabledReason={
            !isChanged
              ? "Nothing is changed"
              : overtaken !== undefined
                ? "Somebody changed these meanwhile"
                : faults.length > 0
                  ? "Mend what is wrong first"
                  : null
          }
        >
          Let it count
        </Button>
        {isChanged && (
          <Button variant="quiet" onClick={discard}>
            Discard
          </Button>
        )}
      </div>
    </form>
  );
}

type Seen = Pick<FigureTableView, "set" | "version">;

/** What is typed, after which version. Another's version is taken over only where nothing was typed. */
function useDraft(table: FigureTableView) {
  const { figure } = table;
  const [seen, setSeen] = useState<Seen>(table);
  const [draft, setDraft] = useState(() => draftOf(figure, table.set));
  const isUnlike = (set: FigureSet) => {
    const of = draftOf(figure, set);
    return figureFields[figure].some(({ key }) => draft[key] !== of[key]);
  };
  const isChanged = isUnlike(seen.set);
  const discard = () => {
    setSeen(table);
    setDraft(draftOf(figure, table.set));
  };
  if (table.version > seen.version && !isChanged) discard();
  return { draft, setDraft, isChanged, discard, seen, setSeen };
}

interface CellProps {
  readonly field: FigureField;
  readonly text: string;
  /** Said where the number differs from it. */
  readonly founding: string | null;
  readonly fault: string | null;
  readonly onText: (text: string) => void;
}

function FigureCell({ field, text, founding, fault, onText }: CellProps) {
  const id = useId();
  const told = [founding === null ? "" : `${id}-founding`, fault === null ? "" : `${id}-fault`];
  const described = told.filter((part) => part !== "").join(" ");
  return (
    <div className="flex min-w-36 flex-col gap-1">
      <span className="flex items-center gap-2">
        <Input
          className="max-w-24 tabular-nums"
          inputMode="decimal"
          autoComplete="off"
          aria-label={`${field.of}: ${field.label.toLowerCase()}`}
          aria-describedby={described === "" ? undefined : described}
          aria-invalid={fault !== null || undefined}
          value={text}
          onChange={({ target }) => onText(target.value)}
        />
        <span className="text-ink-2">{unitOf(field)}</span>
      </span>
      {founding !== null && (
        <span id={`${id}-founding`} className="text-ink-2 text-small">
          {`Founding value: ${founding}`}
        </span>
      )}
      {fault !== null && (
        <span id={`${id}-fault`} className="max-w-64 text-bad text-small">
          {fault}
        </span>
      )}
    </div>
  );
}
