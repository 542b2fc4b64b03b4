export { appendEvents, type EventOrigin } from "./append";
export {
  bulkRequestId,
  defineEvent,
  type Envelope,
  type EventType,
  envelopeSchema,
  isOfBulk,
  knowledgeOf,
  type NewEvent,
  type PlacedEnvelope,
  placedEnvelopeSchema,
  readPayload,
  type Versioned,
} from "./event";
export { eventsAfter, lastPosition } from "./log";
export { noticeCommit, outboxChannel } from "./notice";
export { tryParkedAgain } from "./parked";
export { changeEvents } from "./redact";
export { type Publish, placeEvents, publishPlaced, relayLock, type Sent } from "./relay";
export { scrubLiveLog } from "./scrub";
export { type Recorder, unrecordedEvents } from "./unrecorded";
export { untoldEvents } from "./untold";
