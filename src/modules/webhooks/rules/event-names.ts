/** What others can be told of, in the words of the page on which one chooses. */
export const publicEventWords = {
  "ticket.created": "A ticket was opened",
  "ticket.updated": "A ticket changed: status, priority, person, team, tags, fields",
  "ticket.merged": "A ticket was merged into another",
  "ticket.aside_changed": "Links, followers, time or merges of a ticket changed",
  "message.added": "A public message was added, by a customer or by us",
  "note.added": "An internal note was added, with its text",
  "words.removed": "Words were removed from tickets for good: copies should go, too",
  "sla.at_risk": "A promise is at risk",
  "sla.breached": "A promise was broken",
  "sla.promises_changed": "Policies or calendars changed",
  "person.access_changed": "Somebody's access changed",
  "person.away_changed": "Somebody is away, or here again",
  "team.changed": "A team or its members changed",
  "team.archived": "A team was put away",
  "field.changed": "A custom field changed",
  "bulk.started": "A bulk action began",
  "webhook.tested": "Somebody pressed Send a test",
} as const;

export type PublicEventName = keyof typeof publicEventWords;
const isPublic = (name: string): name is PublicEventName => Object.hasOwn(publicEventWords, name);
export const publicEventNames: readonly PublicEventName[] =
  Object.keys(publicEventWords).filter(isPublic);

/** A test goes where it was asked for and need not be chosen. */
export const choosableEvents = publicEventNames.filter((name) => name !== "webhook.tested");
