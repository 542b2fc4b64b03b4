/** What happens by itself in the demo, each at its time after somebody came in. */
export type Act =
  | { atMs: number; does: "look" }
  | { atMs: number; does: "reply" }
  | { atMs: number; does: "take" }
  | { atMs: number; does: "leave" }
  | { atMs: number; does: "ask"; subject: string; body: string };

/** Jonas goes on in the ticket that Mia has open; each visit hears the next of these. */
export const replies = [
  "It worked. All six came down to **19 °C** within ten minutes, and the vents are shut again. Saturday can come.\n\nOne small thing: unit 5 blinks blue. Is that a good blue?",
  "Unit 5 has stopped blinking and shows 19 °C like the others. Thank you both, and greetings to Sverre.",
  "A question from our trainee: may two units share one sensor if they stand side by side?",
] as const;

const asks = [
  {
    subject: "Roof vent opens at night",
    body: "Since yesterday the roof vent of our Fjell 120 opens at two in the morning, whatever the weather. The plan says eight. What can we look at?",
  },
  {
    subject: "Invoice for the display units",
    body: "Could you send the invoice for the six display units once more? Our bookkeeping would like it with the order number on it.",
  },
  {
    subject: "A second sensor for unit 3",
    body: "We would like a second sensor for unit 3, for the upper shelf. Can the hub take it, and which one fits?",
  },
] as const;

const pauseMs = 45_000;
const takesAfter = 4;

/** In the first ten seconds a face, an answer and a count; then something about every minute. */
const acts: readonly Act[] = [
  { atMs: 1_500, does: "look" },
  { atMs: 4_000, does: "reply" },
  { atMs: 6_000, does: "take" },
  { atMs: 35_000, does: "leave" },
  ...asks.map(
    ({ subject, body }, index): Act => ({
      atMs: 60_000 + index * 2 * pauseMs,
      does: "ask",
      subject,
      body,
    }),
  ),
  ...Array.from(
    { length: takesAfter },
    (_, index): Act => ({ atMs: 60_000 + (2 * index + 1) * pauseMs, does: "take" }),
  ),
];

export const script = acts.toSorted((one, other) => one.atMs - other.atMs);
