import type { AnyProcedure, AnyRouter } from "@trpc/server";
import * as z from "zod";
import { formStamp } from "@/modules/conversations";
import type { Actor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { withRequestContext } from "@/platform/process";
import { openContext } from "@/trpc/context";
import { checkJsonDepth } from "@/trpc/guards";
import { createCallerFactory } from "@/trpc/init";
import { appRouter } from "@/trpc/root";
import { aCommandId, anOrganization, aPerson } from "./builders";
import { knowledgeCalls } from "./calls-knowledge";
import { mailCalls } from "./calls-of-mail";
import { aGuestFile, aGuestForm } from "./guest-file";
import { aField, aMacro, aResponse, aTag, aTeam } from "./house";
import { aRunUnderWay } from "./load-run";
import {
  aFailedMail,
  aLetterToSave,
  aMailbox,
  aQuestion,
  aSide,
  aSignedMailbox,
} from "./mail-scene";
import type { Scene } from "./scene";
import { aMerge, aMessage, anotherTicket, aPersonMerge, aProblem } from "./ticket-scene";

/** A place behind the newest message, as a page mark. */
const later = Buffer.from(
  JSON.stringify(["9998-01-01T00:00:00.000Z", "ffffffff-ffff-4fff-bfff-ffffffffffff"]),
).toString("base64url");

const everyone = { kind: "everyone" } as const;
const anyKey = () => `k${aCommandId().replaceAll("-", "").slice(-12)}`;

/** A policy in the hours that every installation begins with. */
const aPolicyDraft = {
  filter: "priority:urgent",
  calendarId: "019abcde-0000-7000-8000-000000000001",
  promised: {
    targets: { firstResponse: { urgent: 30 }, nextResponse: {}, resolution: {} },
    pauseOn: { firstResponse: [], nextResponse: [], resolution: ["pending"] },
    riskShare: 0.25,
  },
};

const aTemplate = { kind: "reply", language: "de" };
const aWebhook = {
  name: "A receiver",
  url: "https://hooks.example.com/tickets",
  events: ["ticket.created"],
};

/** What each call is about, in one scene for whoever calls; what admins keep is made for the call. */
const aView = {
  name: "Vents",
  filter: "tag:vent",
  ...{ sort: "updated", audience: "personal", teamId: null },
};

export const callInputs: Record<string, (scene: Scene) => unknown> = {
  "tickets.list": () => ({ filter: "status:open" }),
  "tickets.get": ({ number }) => ({ number }),
  "tickets.messages": ({ number }) => ({ number, before: later }),
  "tickets.activity": ({ number }) => ({ number }),
  "tickets.update": ({ ticketId }) => ({ ticketId, changes: { priority: "high" } }),
  "tickets.open": ({ requester }) => ({
    requester: { id: requester.id },
    ...{ subject: "A call", body: "She called.", how: "note" },
  }),
  "tickets.answerIncidents": async (scene) => ({
    ticketId: await aProblem(scene),
    body: "It is mended.",
  }),
  "tickets.link": async (scene) => ({
    ticketId: scene.ticketId,
    otherNumber: (await anotherTicket(scene)).number,
    ...{ kind: "related", end: "from" },
  }),
  "tickets.unlink": () => ({ linkId: aCommandId() }),
  "tickets.follow": ({ ticketId }) => ({ ticketId, following: true }),
  "tickets.snooze": ({ ticketId }) => ({ ticketId, until: "reply" }),
  "tickets.startTimer": ({ ticketId }) => ({ ticketId }),
  "tickets.stopTimer": ({ ticketId }) => ({ ticketId }),
  "tickets.addTime": ({ ticketId }) => ({ ticketId, seconds: 60 }),
  "tickets.removeTime": ({ ticketId }) => ({ ticketId, timeId: aCommandId() }),
  "tickets.changeRequester": async ({ ticketId }) => ({
    ticketId,
    requester: { id: (await aPerson()).id },
  }),
  "tickets.mergePeople": async () => ({
    keptId: (await aPerson()).id,
    mergedId: (await aPerson()).id,
  }),
  "tickets.unmergePeople": async () => ({ mergeId: await aPersonMerge() }),
  "identity.customers": () => ({ words: "person" }),
  "identity.customer": ({ requester }) => ({ userId: requester.id }),
  "tickets.similar": () => ({ subject: "The door stays shut" }),
  "tickets.aside": ({ number }) => ({ number }),
  "tickets.merge": async (scene) => ({
    targetId: scene.ticketId,
    sourceIds: [(await anotherTicket(scene)).ticketId],
    tell: false,
  }),
  "tickets.unmerge": async (scene) => ({ mergeId: await aMerge(scene) }),
  "tickets.redact": async (scene) => ({
    ticketId: scene.ticketId,
    messageId: await aMessage(scene),
    what: { words: "jams" },
  }),
  "tickets.split": async (scene) => ({
    ticketId: scene.ticketId,
    messageIds: [await aMessage(scene)],
    subject: "The hinge",
  }),
  "tickets.handover": ({ requester }) => ({ fromId: requester.id }),
  "tickets.handOver": ({ requester }) => ({ fromId: requester.id, toId: null }),
  "tickets.markSeen": ({ ticketId }) => ({ ticketId, seenAt: new Date(0).toISOString() }),
  "tickets.create": () => ({ subject: "Another", body: "It jams again." }),
  "tickets.reply": ({ ticketId }) => ({ ticketId, body: "Hello?" }),
  "tickets.undoSend": ({ ticketId, heldId }) => ({ ticketId, messageId: heldId }),
  "tickets.sendNow": ({ ticketId, heldId }) => ({ ticketId, messageId: heldId }),
  "drafts.list": () => undefined,
  "drafts.get": ({ ticketId }) => ({ ticketId }),
  "drafts.save": ({ ticketId }) => ({ ticketId, kind: "note", body: "Hm.", base: null }),
  "requests.list": () => ({ shared: true }),
  "sla.expected": ({ number }) => ({ number }),
  "requests.follow": ({ ticketId }) => ({ ticketId, following: false }),
  "requests.addParticipant": ({ ticketId }) => ({
    ticketId,
    email: `${aCommandId()}@guests.example.com`,
  }),
  "requests.removeParticipant": ({ ticketId }) => ({ ticketId, personId: aCommandId() }),
  "requests.askAsGuest": () => {
    const commandId = aCommandId();
    return {
      commandId,
      email: `${commandId}@guests.example.com`,
      name: "Anna",
      subject: "The vent jams",
      body: "At noon.",
      language: "de",
      stamp: formStamp(commandId, nowMs() - 60_000),
      trap: "",
    };
  },
  "requests.get": ({ number }) => ({ number }),
  "requests.messages": ({ number }) => ({ number, before: later }),
  "requests.resolve": ({ ticketId }) => ({ ticketId }),
  "requests.reopen": ({ ticketId }) => ({ ticketId }),
  "files.requestUpload": () => ({ name: "a.txt", bytes: 5 }),
  "files.completeUpload": ({ arrivedId }) => ({ attachmentId: arrivedId }),
  "files.requestGuestUpload": () => ({ ...aGuestForm(), name: "a.txt", bytes: 5 }),
  "files.completeGuestUpload": () => aGuestFile(),
  "files.download": ({ attachmentId }) => ({ attachmentId }),
  "fields.list": () => undefined,
  "topics.asked": () => ({ language: "de" }),
  "topics.list": () => undefined,
  "topics.save": () => ({
    id: null,
    names: { en: "Repair" },
    fieldKeys: [],
    teamId: null,
    priority: "high",
    tags: [],
  }),
  "topics.remove": () => ({ id: aCommandId() }),
  "fields.asked": () => undefined,
  "fields.create": () => ({ key: anyKey(), name: "Weight", type: "number" }),
  "fields.update": async () => ({ id: (await aField()).id, name: "Weight" }),
  "fields.order": async () => ({ ids: [(await aField()).id] }),
  "fields.remove": async () => ({ id: (await aField()).id }),
  "tags.complete": () => ({ words: "b" }),
  "tags.list": () => ({}),
  "tags.add": () => ({ name: anyKey() }),
  "tags.move": async () => ({ name: await aTag(), becomes: null }),
  "sides.list": ({ ticketId }) => ({ ticketId }),
  "sides.get": async (scene) => ({ sideId: await aSide(scene) }),
  "sides.open": ({ ticketId }) => ({ ticketId, ...aQuestion }),
  "sides.answer": async (scene) => ({ sideId: await aSide(scene), body: "And?" }),
  "sides.close": async (scene) => ({ sideId: await aSide(scene) }),
  "mails.states": async (scene) => ({ messageIds: [await aMessage(scene)] }),
  "mails.sendAgain": async ({ ticketId }) => ({ ticketId, mailId: await aFailedMail(ticketId) }),
  "mails.choices": ({ ticketId }) => ({ ticketId }),
  "mails.choose": async ({ ticketId }) => ({ ticketId, mailboxId: await aMailbox(), bcc: [] }),
  "mails.forward": async (scene) => ({
    ticketId: scene.ticketId,
    messageId: await aMessage(scene),
    to: ["friend@elsewhere.example"],
  }),
  "templates.list": () => undefined,
  "templates.preview": () => ({ ...aTemplate, words: { body: "{{message}}" } }),
  "templates.versions": () => aTemplate,
  "templates.save": () => aLetterToSave(),
  "signing.get": async () => ({ mailboxId: await aMailbox() }),
  "signing.make": async () => ({ mailboxId: await aMailbox(), selector: "desk" }),
  "signing.switch": async () => ({ mailboxId: await aSignedMailbox(), enabled: true }),
  ...mailCalls,
  "responses.list": () => ({}),
  "responses.search": () => ({ words: "hello" }),
  "responses.preview": async ({ ticketId }) => ({ ticketId, id: await aResponse() }),
  "responses.create": () => ({ name: "Hello", body: "Hello.", scope: { kind: "personal" } }),
  "responses.update": async () => ({
    id: await aResponse(),
    name: "Hello",
    body: "Hello.",
    scope: everyone,
  }),
  "responses.remove": async () => ({ id: await aResponse() }),
  "responses.uses": async () => ({ kind: "tag", name: await aTag() }),
  "macros.list": () => undefined,
  "macros.preview": async ({ ticketId }) => ({ ticketId, id: await aMacro() }),
  "macros.run": async ({ ticketId }) => ({ ticketId, macroId: await aMacro() }),
  "macros.create": () => ({
    name: "Hello",
    actions: { priority: "high", addTags: ["late"], fields: {} },
    scope: { kind: "personal" },
  }),
  "macros.update": async () => ({
    id: await aMacro(),
    name: "Hello",
    actions: { priority: "low" },
    scope: everyone,
  }),
  "macros.remove": async () => ({ id: await aMacro() }),
  "identity.organizations": () => ({}),
  "identity.organizationMembers": async () => ({ organizationId: await anOrganization() }),
  "identity.saveOrganization": () => ({ id: null, name: anyKey(), sharesTickets: false }),
  "identity.archiveOrganization": async () => ({ organizationId: await anOrganization() }),
  "identity.placeCustomer": async () => ({
    userId: (await aPerson()).id,
    organizationId: await anOrganization(),
  }),
  "identity.teamList": () => undefined,
  "identity.createTeam": () => ({ name: anyKey() }),
  "identity.renameTeam": async () => ({ teamId: await aTeam(), name: anyKey() }),
  "identity.changeMembers": async () => ({ teamId: await aTeam() }),
  "identity.archiveTeam": async () => ({ teamId: await aTeam() }),
  ...knowledgeCalls,
  "views.list": () => undefined,
  "views.counts": () => undefined,
  "views.uses": () => ({ kind: "tag", name: "late" }),
  "views.count": () => ({ filter: "status:closed" }),
  "views.create": () => aView,
  "views.change": () => ({ ...aView, viewId: aCommandId(), version: 1 }),
  "views.remove": () => ({ viewId: aCommandId() }),
  "views.pin": () => ({ viewId: "mine", place: 3 }),
  "views.display": () => ({ viewId: "mine", display: { table: true, columns: [] } }),
  "bulk.recent": () => undefined,
  "bulk.failures": () => ({ actionId: aCommandId() }),
  "bulk.changeSome": ({ ticketId }) => ({
    deed: { kind: "priority", priority: "high" },
    tickets: [{ ticketId, updatedAt: new Date(0).toISOString() }],
  }),
  "bulk.start": ({ number }) => ({
    deed: { kind: "priority", priority: "high" },
    filter: `number:${number}`,
  }),
  "bulk.undo": () => ({ actionId: aCommandId() }),
  "bulk.cancel": () => ({ actionId: aCommandId() }),
  "privacy.latestExport": () => undefined,
  "privacy.requestExport": () => ({}),
  "privacy.deleteAccount": ({ requester }) => ({ userId: requester.id, email: "else@example.com" }),
  "satisfaction.ofRequest": ({ ticketId }) => ({ ticketId }),
  "satisfaction.ofTicket": ({ ticketId }) => ({ ticketId }),
  "satisfaction.summary": () => ({ days: 30 }),
  "satisfaction.comments": () => ({}),
  "satisfaction.settings": () => undefined,
  "satisfaction.saveSettings": () => ({ asks: true, delayMinutes: 60 }),
  "notifications.inbox": () => ({}),
  "notifications.unread": () => undefined,
  "notifications.triage": ({ number }) => ({ numbers: [number], verb: "done" }),
  "notifications.preferences": () => undefined,
  "notifications.savePreferences": () => ({
    choices: { mention: { mail: "off" } },
    quiet: { fromMinute: 1_200, untilMinute: 420 },
    digestMinute: 480,
  }),
  "search.suggest": ({ number }) => ({ text: `door #${number}` }),
  "search.tickets": ({ number }) => ({ text: `jams #${number}` }),
  "search.values": () => ({ field: "tag", typed: "" }),
  "search.requests": () => ({ text: "jams" }),
  "identity.me": () => undefined,
  "identity.availability": () => undefined,
  "workspace.look": () => undefined,
  "workspace.settings": () => undefined,
  "workspace.save": () => ({
    version: -1,
    name: "Fjord & Fern",
    accent: "#0b6b68",
    languages: ["en", "de"],
    colleaguesShare: true,
    trouble: {},
  }),
  "workspace.saveLogo": () => ({ version: -1, logo: null }),
  "identity.sessions": () => undefined,
  "identity.endSessions": () => ({ session: "of-nobody" }),
  "identity.setName": () => ({ name: "Anna Kowalska" }),
  "identity.setLanguage": () => ({ language: "de" }),
  "identity.setTimeZone": () => ({ timeZone: "Europe/Oslo" }),
  "identity.setKeys": () => ({ keys: { "item.done": ["Q"] } }),
  "identity.setAvailability": () => ({ awayUntil: null }),
  "identity.agents": () => ({}),
  "identity.names": ({ requester }) => ({ ids: [requester.id] }),
  "identity.teams": () => undefined,
  "identity.people": () => ({}),
  "identity.person": ({ requester }) => ({ userId: requester.id }),
  "identity.staffCounts": () => undefined,
  "identity.invitations": () => ({}),
  "identity.invite": () => ({ email: `guest-${aCommandId()}@example.com`, role: "agent" }),
  "identity.resendInvitation": () => ({ invitationId: aCommandId() }),
  "identity.revokeInvitation": () => ({ invitationId: aCommandId() }),
  "identity.suspend": ({ requester }) => ({ userId: requester.id }),
  "identity.reinstate": ({ requester }) => ({ userId: requester.id }),
  "identity.changeRole": ({ requester }) => ({ userId: requester.id, role: "agent" }),
  "capacity.processes": () => undefined,
  "capacity.overview": () => undefined,
  "capacity.objectives": () => undefined,
  "capacity.burned": () => ({ objective: "errorRate" }),
  "capacity.budgets": () => undefined,
  "capacity.todaysLoad": () => undefined,
  "capacity.forecast": () => ({}),
  "capacity.slowCalls": () => undefined,
  "capacity.viewCosts": () => undefined,
  "capacity.queueWeather": () => undefined,
  "capacity.replyWeather": () => undefined,
  "capacity.plans": () => undefined,
  "capacity.savePlan": () => ({ name: `Plan ${aCommandId()}`, address: "users=2000" }),
  "capacity.removePlan": () => ({ planId: aCommandId() }),
  "capacity.keepLoadReport": () => ({
    name: "Stress",
    report: JSON.stringify({ points: [1, 2, 4].map((load) => ({ load, throughput: load * 9 })) }),
  }),
  "capacity.removeLoadReport": () => ({ reportId: aCommandId() }),
  "capacity.measuredTimes": () => undefined,
  "capacity.figures": () => undefined,
  "capacity.setFigures": () => ({
    figure: "indicators",
    set: null,
    seenVersion: 99,
    reason: "As founded",
  }),
  "capacity.scaling": () => undefined,
  "capacity.scalingDecisions": () => undefined,
  "capacity.scalingTrace": () => ({ subject: "web" }),
  "capacity.setScalingPolicy": () => ({
    subject: "web",
    policy: null,
    seenVersion: 99,
    reason: "As founded",
  }),
  "capacity.queues": () => undefined,
  "capacity.failedJobs": () => ({ queue: "analytics" }),
  "capacity.operateQueue": () => ({ queue: "analytics", verb: "resume" }),
  "capacity.operatorActions": () => undefined,
  "demo.status": () => undefined,
  "demo.stop": () => ({}),
  "capacity.supportObjectives": () => undefined,
  // Nothing has read its clocks yet, so there is no promise of it.
  "capacity.delay": ({ number }) => ({ number, metric: "firstResponse" }),
  "capacity.surge": () => undefined,
  "capacity.switchSurge": () => ({ level: null, reason: "It is over." }),
  "capacity.loadRuns": () => undefined,
  "capacity.loadRun": () => ({ id: aCommandId() }),
  "capacity.startLoadRun": async ({ requester }) => {
    await aRunUnderWay(requester.id);
    const processes = { webs: 1, realtimes: 1, workers: 1 };
    return { options: { scenario: "smoke", minutesScale: 0.1, tickets: 1_000, ...processes } };
  },
  "capacity.cancelLoadRun": () => ({ runId: aCommandId() }),
  "capacity.removeLoadRun": () => ({ runId: aCommandId() }),
  "capacity.incidents": () => ({ which: "open" }),
  "capacity.incident": () => ({ id: aCommandId() }),
  "capacity.acknowledgeIncident": () => ({ id: aCommandId() }),
  "capacity.noteIncident": () => ({ id: aCommandId(), says: "The disk was full." }),
  "notifications.notices": () => undefined,
  "notifications.readNotices": () => ({}),
  "webhooks.list": () => undefined,
  "webhooks.create": () => aWebhook,
  "webhooks.deliveries": () => ({ endpointId: aCommandId() }),
  "webhooks.update": () => ({ ...aWebhook, id: aCommandId(), version: 1 }),
  "webhooks.rotate": () => ({ id: aCommandId(), version: 1 }),
  "webhooks.switch": () => ({ id: aCommandId(), version: 1, on: false }),
  "webhooks.remove": () => ({ id: aCommandId() }),
  "webhooks.test": () => ({ id: aCommandId() }),
  "webhooks.delivery": () => ({ id: aCommandId() }),
  "webhooks.replay": () => ({ id: aCommandId() }),
  "sla.explain": ({ number }) => ({ number }),
  "sla.policies": () => undefined,
  "sla.recompute": () => undefined,
  "sla.preview": () => ({ ...aPolicyDraft, policyId: null }),
  "sla.savePolicy": ({ number }) => ({
    ...aPolicyDraft,
    name: `Promise ${number}`,
    policyId: null,
  }),
  "sla.orderPolicies": () => ({ policyIds: [aCommandId()] }),
  "sla.retirePolicy": () => ({ policyId: aCommandId() }),
  "sla.saveCalendar": ({ number }) => ({
    calendarId: null,
    name: `Hours ${number}`,
    definition: { timeZone: "Europe/Berlin", weekly: { mon: [["09:00", "17:00"]] } },
  }),
  "sla.retireCalendar": () => ({ calendarId: aCommandId() }),
};

const api: AnyRouter = appRouter;
export const procedureNames = Object.keys(api._def.procedures);
function typeOf(name: string) {
  const procedure: AnyProcedure | undefined = api._def.procedures[name];
  return procedure?._def.type;
}

/** What a procedure reads of its input, as a schema of JSON; undefined where it reads none. */
export function inputSchemaOf(name: string) {
  const procedure: AnyProcedure | undefined = api._def.procedures[name];
  const inputs: unknown = procedure === undefined ? [] : Reflect.get(procedure._def, "inputs");
  const [input] = Array.isArray(inputs) ? inputs : [];
  if (!(input instanceof z.ZodType)) return undefined;
  return z.toJSONSchema(input, { io: "input", unrepresentable: "any" });
}

export const queryNames = procedureNames.filter((name) => typeOf(name) === "query");

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** One call as the API's servers make it, through JSON, with the session's answer given. */
export async function callAs(name: string, actor: Actor | null, asked: unknown): Promise<unknown> {
  const input = await asked;
  const mutates = typeOf(name) === "mutation";
  const facts = {
    method: mutates ? "POST" : "GET",
    operation: name,
    header: (header: string) => (header === "cookie" && actor !== null ? "a session" : undefined),
    address: "10.0.0.1",
  };
  const ctx = openContext(facts, async () => actor);
  const given = mutates && isObject(input) ? { commandId: aCommandId(), ...input } : input;
  const text = JSON.stringify(given);
  try {
    checkJsonDepth(text ?? "");
    const sent: unknown = text === undefined ? undefined : JSON.parse(text);
    return await withRequestContext(ctx, () => {
      let at: unknown = createCallerFactory(appRouter)(ctx);
      for (const part of name.split(".")) at = Reflect.get(Object(at), part);
      if (typeof at !== "function") throw new Error(`${name} cannot be called`);
      return Reflect.apply(at, undefined, [sent]);
    });
  } finally {
    ctx.close();
  }
}
