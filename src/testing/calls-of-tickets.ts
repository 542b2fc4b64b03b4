import { formStamp } from "@/modules/conversations";
import { nowMs } from "@/platform/clock";
import { aCommandId, aPerson } from "./builders";
import { aGuestFile, aGuestForm } from "./guest-file";
import { aFailedMail, aMailbox, aQuestion, aSide } from "./mail-scene";
import type { Scene } from "./scene";
import { aMerge, aMessage, anotherTicket, aPersonMerge, aProblem } from "./ticket-scene";

/** A place behind the newest message, as a page mark. */
const later = Buffer.from(
  JSON.stringify(["9998-01-01T00:00:00.000Z", "ffffffff-ffff-4fff-bfff-ffffffffffff"]),
).toString("base64url");

/** What each call about tickets and what is said in them is about. */
export const ticketsCalls: Record<string, (scene: Scene) => unknown> = {
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
};
