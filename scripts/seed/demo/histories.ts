import { type Language, subjectOf, type TeamKey } from "../course";
import { type Agent, deedsOf, openingBody, type Scene } from "../play";
import type { Random } from "../random";
import { fillText, writeBody } from "../template";
import { type Author, type Deed, type History, unfold } from "../unfold";
import { drawSlots } from "../words/slots";
import type { Planned } from "./plan";
import type { Shown } from "./showcase";
import type { Customer, Staff, Workspace } from "./workspace";

const minuteMs = 60_000;
const channels = [
  { channel: "email", weight: 46 },
  { channel: "web", weight: 40 },
  { channel: "chat", weight: 11 },
  { channel: "api", weight: 3 },
] as const;

const staffAuthor = ({ id, name }: Staff): Agent => ({ id, name, staff: true });
const customerAuthor = ({ id }: Customer): Author => ({ id, staff: false });

/** Business questions come from the organizations, all others mostly from people at home. */
function requesterFor(workspace: Workspace, { course }: Planned, random: Random): Customer {
  const tag = course.tags[0];
  const wanted =
    course.team !== "business"
      ? random.chance(0.08)
        ? undefined
        : null
      : tag === "school"
        ? "schools"
        : tag === "café"
          ? "cafes"
          : tag === "retail"
            ? "garden"
            : undefined;
  const fitting = workspace.customers.filter(
    ({ locale, organization, id }) =>
      locale === course.language &&
      id !== workspace.jonas.id &&
      (wanted === undefined ? organization !== null : organization === wanted),
  );
  return random.pick(fitting);
}

/** Who answers: somebody of the team; of German questions somebody in Leipzig, where there is one. */
function answering(
  workspace: Workspace,
  team: TeamKey,
  language: Language,
  random: Random,
): Staff[] {
  const members = workspace.agents.filter((agent) => agent.team === team);
  const near = members.filter(
    ({ timeZone }) => (timeZone === "Europe/Berlin") === (language === "de"),
  );
  return language !== "en" && near.length > 0 && random.chance(0.85) ? near : members;
}

/** One ticket of the plan, lived through. Numbers come with the rows. */
export function historyOf(
  planned: Planned,
  workspace: Workspace,
  random: Random,
  { number, nowMs }: { number: number; nowMs: number },
): History {
  const { course, lane, active, atMs, solvedFromMs } = planned;
  const requester = requesterFor(workspace, planned, random);
  const able = answering(workspace, course.team, course.language, random);
  const favoursMia = active && able.includes(workspace.mia) && random.chance(0.9);
  const agent = favoursMia ? workspace.mia : random.pick(able);
  const colleague = random.pick(workspace.agents.filter(({ id }) => id !== agent.id));
  const slots = {
    ...drawSlots(random, course.language),
    first: requester.first,
    last: requester.last,
    full: requester.name,
  };
  const scene: Scene = {
    course,
    lane,
    slots,
    requester: customerAuthor(requester),
    agent: staffAuthor(agent),
    colleague: staffAuthor(colleague),
    teamId: workspace.teamIds[course.team],
    openedMs: atMs,
    nowMs,
    active,
    solvedFromMs,
    extras: () => (random.chance(0.1) ? 1 : 0),
  };
  const subject = fillText(subjectOf(course, lane), slots);
  const question = {
    id: random.id(atMs),
    number,
    subject: subject.charAt(0).toUpperCase() + subject.slice(1),
    organizationId: requester.organizationId,
    channel: random.weighted(channels).channel,
    requester: scene.requester,
    at: new Date(atMs),
    body: openingBody(scene, random),
  };
  return unfold(question, deedsOf(scene, random));
}

/** A ticket of the showcase. */
export function shownHistory(
  shown: Shown,
  workspace: Workspace,
  random: Random,
  { number, nowMs }: { number: number; nowMs: number },
): History {
  const at = (ago: number) => new Date(nowMs - Math.round(ago * minuteMs));
  const requester =
    shown.requester === "jonas"
      ? workspace.jonas
      : random.pick(
          workspace.customers.filter(
            ({ organization, locale, id }) =>
              organization === shown.requester && locale === "en" && id !== workspace.jonas.id,
          ),
        );
  const author = customerAuthor(requester);
  const colleague = (name: string): Agent =>
    staffAuthor(workspace.agents.find((agent) => agent.name === name) ?? workspace.mia);
  const own = shown.assignee === null ? {} : { assigneeId: colleague(shown.assignee).id };
  const { priority, tags, team } = shown;
  const sorted: Deed = {
    at: at(Math.max(shown.ago - 12, shown.ago * 0.7)),
    by: shown.assignee === null ? colleague("Astrid Vik") : colleague(shown.assignee),
    changes: { teamId: workspace.teamIds[team], tags, priority, ...own },
  };
  const signed = shown.asks.includes(requester.first)
    ? [shown.asks]
    : [shown.asks, `Kind regards,\n${requester.name}`];
  const spoken = shown.goesOn.map(({ ago, by, kind, says, sets }): Deed => {
    const writer = by === "requester" ? author : colleague(by);
    const pieces =
      by === "requester" && shown.requester !== "jonas" ? [says, requester.first] : [says];
    const body = writeBody(pieces, {});
    return { at: at(ago), by: writer, kind: kind ?? "reply", body, status: sets };
  });
  return unfold(
    {
      id: random.id(at(shown.ago).getTime()),
      number,
      subject: shown.subject,
      organizationId: requester.organizationId,
      channel: shown.channel,
      requester: author,
      at: at(shown.ago),
      body: writeBody(signed, {}),
    },
    [sorted, ...spoken],
  );
}
