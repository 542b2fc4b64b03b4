import { deedWords } from "./deed-words";
import { priorityWords, statusWords } from "./words";

export type ActivityFact = {
  kind: string;
  detail: unknown;
  actor: { name: string } | null;
  /** What the people and teams in it are called. */
  names?: Readonly<Record<string, string>> | undefined;
};
type Names = (id: string) => string | undefined;
/** A time as the reader's own clock and language say it. */
type Told = (iso: string) => string;
type Change = { field: string; name: string | null; from: unknown; to: unknown };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
const words: Record<string, Record<string, string>> = {
  status: statusWords,
  priority: priorityWords,
};

function changesOf(detail: unknown): Change[] {
  if (!isObject(detail) || !Array.isArray(detail.changes)) return [];
  return detail.changes.flatMap((one: unknown) =>
    isObject(one) && typeof one.field === "string"
      ? [
          {
            field: one.field,
            name: typeof one.name === "string" ? one.name : null,
            from: one.from,
            to: one.to,
          },
        ]
      : [],
  );
}

const namedFields = new Set(["assigneeId", "teamId", "participantIds"]);

/** The people and teams that an entry speaks of, by their ids. */
export function idsOfFact(detail: unknown): string[] {
  const changed = changesOf(detail)
    .filter(({ field }) => namedFields.has(field))
    .flatMap(({ from, to }) => [from, to].flat());
  const others = isObject(detail) ? [detail.fromId, detail.teamId] : [];
  return [...changed, ...others].filter((id) => typeof id === "string");
}

function valueWords(field: string, value: unknown, names: Names): string {
  if (value === null || value === undefined) return "nobody";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(", ");
  const text = String(value);
  if (field === "assigneeId" || field === "teamId") return names(text) ?? "someone who left";
  return words[field]?.[text] ?? text;
}

/** What did it, where it was not done by hand. */
function viaWords(detail: unknown): string {
  if (!isObject(detail) || !isObject(detail.via)) return "";
  const { kind, name } = detail.via;
  switch (kind) {
    case "macro":
      return ` by the macro “${name}”`;
    case "tag":
      return `, because the tag “${name}” was renamed or taken away`;
    case "field":
      return `, because the field “${name}” was taken away`;
    case "team":
      return `, because the team “${name}” was put away`;
    default:
      return "";
  }
}

/** Custom fields come with their words, for the field may be gone by now. */
function customWords({ field, name, from, to }: Change): string {
  const called = name ?? field.slice("field.".length);
  const [before, after] = [from, to].map((value) =>
    value === null || value === undefined ? "none" : String(value),
  );
  if (after === "none") return `emptied ${called}, which was ${before}`;
  if (before === "none") return `set ${called} to ${after}`;
  return `changed ${called} from ${before} to ${after}`;
}

/** Tags in what came and went: of thirty, one sees the one that matters. */
function tagWords(from: unknown, to: unknown): string {
  const [before, after] = [from, to].map((tags) => (Array.isArray(tags) ? tags.map(String) : []));
  const added = (after ?? []).filter((tag) => before?.includes(tag) === false);
  const gone = (before ?? []).filter((tag) => after?.includes(tag) === false);
  const parts = [
    ...(added.length > 0 ? [`added the ${plural("tag", added)} ${added.join(", ")}`] : []),
    ...(gone.length > 0 ? [`took off the ${plural("tag", gone)} ${gone.join(", ")}`] : []),
  ];
  return parts.length > 0 ? parts.join(" and ") : "put the tags in another order";
}

/** Who came into copy and who went, by name. */
function copyWords({ from, to }: Change, names: Names): string {
  const [before, after] = [from, to].map((ids) => (Array.isArray(ids) ? ids.map(String) : []));
  const called = (ids: readonly string[] = []) =>
    joined(ids.map((id) => names(id) ?? "someone who left"));
  const came = after?.filter((id) => !before?.includes(id)) ?? [];
  const gone = before?.filter((id) => !after?.includes(id)) ?? [];
  const parts = [
    ...(came.length > 0 ? [`put ${called(came)} in copy`] : []),
    ...(gone.length > 0 ? [`took ${called(gone)} out of the copy`] : []),
  ];
  return parts.length > 0 ? joined(parts) : "changed who is in copy";
}

const plural = (word: string, of: readonly unknown[]) => (of.length === 1 ? word : `${word}s`);

function changeWords(change: Change, names: Names): string {
  if (change.field.startsWith("field.")) return customWords(change);
  const from = valueWords(change.field, change.from, names);
  const to = valueWords(change.field, change.to, names);
  switch (change.field) {
    case "assigneeId":
      return change.to === null ? `unassigned it from ${from}` : `assigned it to ${to}`;
    case "teamId":
      return change.to === null ? `took it from the team ${from}` : `gave it to the team ${to}`;
    case "subject":
      return `changed the subject to “${to}”`;
    case "participantIds":
      return copyWords(change, names);
    case "tags":
      return tagWords(change.from, change.to);
    default:
      return `changed the ${change.field} from ${from} to ${to}`;
  }
}

const dayOf: Told = (iso) => iso.slice(0, 10);

/** One entry of the history as a sentence. */
export function activityWords(fact: ActivityFact, told: Told = dayOf): string {
  const names: Names = (id) => fact.names?.[id];
  const who = fact.actor?.name ?? "InsightDesk";
  if (fact.kind === "macro") return `${who} wrote${viaWords(fact.detail)}`;
  if (fact.kind === "returned") return returnedWords(fact.detail, names, told);
  const changes = changesOf(fact.detail).map((change) => changeWords(change, names));
  if (fact.kind === "changed" && changes.length > 0)
    return `${who} ${joined(changes)}${viaWords(fact.detail)}`;
  const deed = deedWords(fact.kind, fact.detail, told);
  if (deed !== null) return `${who} ${deed}`;
  return `${who}: ${fact.kind.replaceAll("_", " ")}`;
}

function returnedWords(detail: unknown, names: Names, told: Told): string {
  if (!isObject(detail)) return "InsightDesk returned it to its team";
  const who = valueWords("assigneeId", detail.fromId, names);
  const to = typeof detail.teamId === "string" ? names(detail.teamId) : undefined;
  const until = typeof detail.until === "string" ? told(detail.until) : null;
  const why = until === null ? `${who} is not here any more` : `${who} is away until ${until}`;
  return `InsightDesk returned it to ${to ?? "everybody"}: ${why}`;
}

function joined(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
