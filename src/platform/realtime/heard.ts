import { isRecord, isText, isTextOrNull } from "@/platform/shape";
import { presenceModes } from "./names";
import type {
  Delivery,
  Heartbeat,
  JoinAnswer,
  LiveEvent,
  PresenceUpdate,
  PresentPerson,
} from "./wire";

/**
 * What browsers hear of the wire, read by hand: a library for it would weigh more than all else that
 * keeps a page live. A test holds these to the schemas of the servers.
 */
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

function isEvent(value: unknown): value is LiveEvent {
  return (
    isRecord(value) &&
    isText(value.name) &&
    isWhole(value.version) &&
    isWhole(value.position) &&
    isText(value.occurredAt) &&
    isTextOrNull(value.actorId) &&
    isTextOrNull(value.commandId) &&
    "payload" in value
  );
}

export const isDelivery = (value: unknown): value is Delivery =>
  isRecord(value) && isText(value.room) && isWhole(value.previous) && isEvent(value.event);

export const isHeartbeat = (value: unknown): value is Heartbeat =>
  isRecord(value) &&
  isWhole(value.epoch) &&
  isText(value.at) &&
  isWhole(value.position) &&
  isRecord(value.rooms) &&
  Object.values(value.rooms).every(isWhole);

export function isJoinAnswer(value: unknown): value is JoinAnswer {
  if (!isRecord(value)) return false;
  if (value.ok === false) return isText(value.code);
  const { ok, epoch, last, missed } = value;
  const isList = missed === null || (Array.isArray(missed) && missed.every(isEvent));
  return ok === true && isWhole(epoch) && isWhole(last) && isList;
}

const isPresent = (value: unknown): value is PresentPerson =>
  isRecord(value) &&
  isText(value.id) &&
  isText(value.name) &&
  presenceModes.some((mode) => mode === value.mode);

export const isPresenceUpdate = (value: unknown): value is PresenceUpdate =>
  isRecord(value) &&
  isText(value.ticketId) &&
  Array.isArray(value.people) &&
  value.people.every(isPresent);

export const isTakenAnswer = (value: unknown): value is { taken: string[] } =>
  isRecord(value) && Array.isArray(value.taken) && value.taken.every(isText);
