import type { TicketHead, TicketStatus } from "@/modules/tickets";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";

type Person = { id: string; name: string };
type Other = { id: string; number: number; subject: string; status: TicketStatus };

export type Aside = {
  links: {
    id: string;
    kind: "related" | "duplicate" | "child" | "incident" | "follow_up" | "split";
    /** Which end this ticket is. */
    end: "from" | "to";
    other: Other;
  }[];
  /** Whether there are more links than these. */
  moreLinks: boolean;
  followers: Person[];
  merges: { id: string; number: number; subject: string; by: Person; at: string; until: string }[];
  times: { id: string; by: Person; startedAt: string; seconds: number | null; note: string }[];
  secondsTotal: number;
  /** Incidents of this problem that are not closed, as far as they are counted. */
  openIncidents: number;
  asOf: number;
};

const rowsMax = raw(String(limits.asideRows));

type StoredLink = {
  link_id: string;
  kind: Aside["links"][number]["kind"];
  end: "from" | "to";
} & Other;

async function linksOf(ticketId: string) {
  return db.read.rows<StoredLink>(sql`
    select ends.link_id, ends.kind, ends.which as end, tickets.id, tickets.number,
      tickets.subject, tickets.status
    from (
      (select id as link_id, kind, 'from' as which, to_id as other_id, created_at
        from ticket_links where from_id = ${ticketId} order by created_at desc limit ${rowsMax})
      union all
      (select id, kind, 'to', from_id, created_at
        from ticket_links where to_id = ${ticketId} order by created_at desc limit ${rowsMax})
    ) as ends join tickets on tickets.id = ends.other_id
    order by ends.created_at desc, ends.link_id limit ${rowsMax}`);
}

async function followersOf(ticketId: string) {
  return db.read.rows<Person>(sql`
    select users.id, users.name from ticket_followers
    join users on users.id = ticket_followers.user_id
    where ticket_followers.ticket_id = ${ticketId} order by users.name, users.id limit ${rowsMax}`);
}

type StoredMerge = {
  id: string;
  number: number;
  subject: string;
  merged_by: string;
  name: string;
  merged_at: Date;
};

async function mergesOf(ticketId: string) {
  return db.read.rows<StoredMerge>(sql`
    select ticket_merges.id, source.number, source.subject, ticket_merges.merged_by, users.name,
      ticket_merges.merged_at
    from ticket_merges
    join tickets source on source.id = ticket_merges.source_id
    join users on users.id = ticket_merges.merged_by
    where ticket_merges.target_id = ${ticketId} and ticket_merges.undone_at is null
    order by ticket_merges.merged_at desc, ticket_merges.id desc limit ${rowsMax}`);
}

type StoredTime = {
  id: string;
  user_id: string;
  name: string;
  started_at: Date;
  seconds: number | null;
  note: string;
  total: number;
};

/** The time that a ticket took, and what was merged into it. */
async function timesOf(ticketId: string, number: number) {
  return db.read.rows<StoredTime>(sql`
    with counted as (
      select ${ticketId}::uuid as id union all
      (select tickets.id from tickets where tickets.merged_into = ${number} limit ${rowsMax})
    )
    select ticket_times.id, ticket_times.user_id, users.name, ticket_times.started_at,
      ticket_times.seconds, ticket_times.note,
      coalesce(sum(ticket_times.seconds) over (), 0)::int as total
    from ticket_times join counted on counted.id = ticket_times.ticket_id
    join users on users.id = ticket_times.user_id
    order by ticket_times.started_at desc, ticket_times.id desc limit ${rowsMax}`);
}

const countMax = raw(String(limits.viewCountMax));

async function openIncidentsOf(ticketId: string): Promise<number> {
  const [row] = await db.read.rows<{ incidents: number }>(sql`
    select count(*)::int as incidents from (
      select 1 from ticket_links join tickets on tickets.id = ticket_links.from_id
      where ticket_links.to_id = ${ticketId} and ticket_links.kind = 'incident'
        and tickets.status <> 'closed'
      limit ${countMax}) as counted`);
  return row?.incidents ?? 0;
}

/** What stands beside a ticket for those who work here; five statements, each bounded. */
export async function ticketAside({ row, asOf }: TicketHead): Promise<Aside> {
  const [links, followers, merges, times, openIncidents] = await Promise.all([
    linksOf(row.id),
    followersOf(row.id),
    mergesOf(row.id),
    timesOf(row.id, row.number),
    openIncidentsOf(row.id),
  ]);
  return {
    links: links.map(({ link_id, kind, end, id, number, subject, status }) => ({
      id: link_id,
      kind,
      end,
      other: { id, number, subject, status },
    })),
    moreLinks: links.length === limits.asideRows,
    followers,
    merges: merges.map(({ id, number, subject, merged_by, name, merged_at }) => ({
      id,
      number,
      subject,
      by: { id: merged_by, name },
      at: merged_at.toISOString(),
      until: new Date(merged_at.getTime() + limits.mergeUndoMs).toISOString(),
    })),
    times: times.map(({ id, user_id, name, started_at, seconds, note }) => ({
      id,
      by: { id: user_id, name },
      startedAt: started_at.toISOString(),
      seconds,
      note,
    })),
    secondsTotal: times[0]?.total ?? 0,
    openIncidents,
    asOf,
  };
}
