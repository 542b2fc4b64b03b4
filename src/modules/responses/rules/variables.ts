/** What can stand in a text, and what it means to a person. Custom fields are `field.<key>`. */
export const variableWords = {
  "requester.name": "The requester's name",
  "requester.firstName": "The requester's first name",
  "requester.email": "The requester's address",
  "organization.name": "The requester's organization",
  "ticket.number": "The ticket's number, like #10421",
  "ticket.subject": "The ticket's subject",
  "agent.name": "Your name",
  "agent.firstName": "Your first name",
  "workspace.name": "The name of this help desk",
} as const;
export type VariableName = keyof typeof variableWords;

/** "Anna" of "Anna Kowalska"; a single name is the first one, too. */
export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? "";
