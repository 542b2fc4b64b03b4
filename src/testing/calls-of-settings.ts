import { aCommandId, anyKey } from "./builders";
import { aField, aMacro, aResponse, aTag } from "./house";
import { aLetterToSave, aMailbox, aSignedMailbox } from "./mail-scene";
import type { Scene } from "./scene";

const everyone = { kind: "everyone" } as const;

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

/** What each call of those who set the house up is about; what admins keep is made for the call. */
export const settingsCalls: Record<string, (scene: Scene) => unknown> = {
  "sla.expected": ({ number }) => ({ number }),
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
  "templates.list": () => undefined,
  "templates.preview": () => ({ ...aTemplate, words: { body: "{{message}}" } }),
  "templates.versions": () => aTemplate,
  "templates.save": () => aLetterToSave(),
  "signing.get": async () => ({ mailboxId: await aMailbox() }),
  "signing.make": async () => ({ mailboxId: await aMailbox(), selector: "desk" }),
  "signing.switch": async () => ({ mailboxId: await aSignedMailbox(), enabled: true }),
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
  "satisfaction.ofRequest": ({ ticketId }) => ({ ticketId }),
  "satisfaction.ofTicket": ({ ticketId }) => ({ ticketId }),
  "satisfaction.summary": () => ({ days: 30 }),
  "satisfaction.comments": () => ({}),
  "satisfaction.settings": () => undefined,
  "satisfaction.saveSettings": () => ({ asks: true, delayMinutes: 60 }),
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
