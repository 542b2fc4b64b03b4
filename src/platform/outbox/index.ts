export { appendEvents, type EventOrigin } from "./append";
export {
  defineEvent,
  type Envelope,
  type EventType,
  envelopeSchema,
  type NewEvent,
  type PlacedEnvelope,
  placedEnvelopeSchema,
} from "./event";
export { eventsAfter, lastPosition } from "./log";
export { noticeCommit, outboxChannel } from "./notice";
export { changeEvents } from "./redact";
export { type Publish, placeEvents, publishPlaced, type Sent } from "./relay";
export { scrubLiveLog } from "./scrub";
export { unrecordedEvents } from "./unrecorded";
