/** Something that happened to a ticket, as its history tells it. */
export type Entry = {
  id: string;
  at: string;
  kind: string;
  detail?: unknown;
  names?: Readonly<Record<string, string>>;
  actor: { id: string; name: string } | null;
};
