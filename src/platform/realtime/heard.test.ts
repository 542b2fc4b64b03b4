import fc from "fast-check";
import { expect, test } from "vitest";
import { isDelivery, isHeartbeat, isJoinAnswer, isPresenceUpdate, isTakenAnswer } from "./heard";
import { presenceModes } from "./names";
import {
  deliverySchema,
  heartbeatSchema,
  joinAnswerSchema,
  presenceUpdateSchema,
  takenAnswerSchema,
} from "./wire";

const text = fc.string();
const whole = fc.maxSafeInteger();
const event = fc.record({
  ...{ name: text, version: whole, position: whole, occurredAt: text, payload: fc.anything() },
  ...{ actorId: fc.option(text), commandId: fc.option(text) },
});
const person = fc.record({ id: text, name: text, mode: fc.constantFrom(...presenceModes) });

const heard = [
  {
    name: "a delivery",
    is: isDelivery,
    schema: deliverySchema,
    sent: fc.record({ room: text, previous: whole, event }),
  },
  {
    name: "a heartbeat",
    is: isHeartbeat,
    schema: heartbeatSchema,
    sent: fc.record({
      ...{ epoch: whole, at: text, position: whole },
      rooms: fc.dictionary(text, whole, { noNullPrototype: true }),
    }),
  },
  {
    name: "an answer to a join",
    is: isJoinAnswer,
    schema: joinAnswerSchema,
    sent: fc.oneof(
      fc.record({
        ...{ ok: fc.constant(true), epoch: whole, last: whole },
        missed: fc.option(fc.array(event, { maxLength: 3 })),
      }),
      fc.record({ ok: fc.constant(false), code: text }),
    ),
  },
  {
    name: "who is there",
    is: isPresenceUpdate,
    schema: presenceUpdateSchema,
    sent: fc.record({ ticketId: text, people: fc.array(person, { maxLength: 3 }) }),
  },
  {
    name: "what is taken",
    is: isTakenAnswer,
    schema: takenAnswerSchema,
    sent: fc.record({ taken: fc.array(text) }),
  },
];

const strange = fc.oneof(
  ...[fc.constant(null), fc.constant(undefined), fc.double(), text, fc.boolean()],
  ...[fc.constant([]), fc.constant({}), fc.constant([null])],
);

/** The value with something strange in one place of it. */
function broken(value: unknown, path: readonly number[], odd: unknown): unknown {
  if (path.length === 0 || typeof value !== "object" || value === null) return odd;
  const [at = 0, ...rest] = path;
  const keys = Object.keys(value);
  const key = keys[at % Math.max(1, keys.length)];
  if (key === undefined) return odd;
  const part = Object.entries(value).find(([name]) => name === key)?.[1];
  const changed = broken(part, rest, odd);
  return Array.isArray(value)
    ? value.map((one, place) => (String(place) === key ? changed : one))
    : { ...value, [key]: changed };
}

for (const { name, is, schema, sent } of heard) {
  test(`browsers take ${name} as the servers' schema takes it`, () => {
    fc.assert(fc.property(sent, (value) => is(value) && schema.safeParse(value).success));
  });

  test(`and refuse ${name} with anything else in it`, () => {
    const path = fc.array(fc.nat(7), { maxLength: 4 });
    fc.assert(
      fc.property(sent, path, strange, (value, place, odd) => {
        const changed = broken(value, place, odd);
        return is(changed) === schema.safeParse(changed).success;
      }),
      { numRuns: 500 },
    );
  });
}

test("nothing at all is none of them", () => {
  for (const { is } of heard) expect([null, undefined, 1, "", []].some(is)).toBe(false);
});
