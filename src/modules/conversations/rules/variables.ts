/** What a text may name of the ticket it is written for; null where it has no value. */
export type VariableValues = Readonly<Record<string, string | null>>;

/** An editor may have put a backslash before a low line: it is the same name. */
const pattern = /\{\{\s*([A-Za-z](?:[\w.]|\\_){0,60})\s*\}\}/g;

const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name;

export const variableLabels: Readonly<Record<string, string>> = {
  "requester.firstName": "First name of who asks",
  "requester.name": "Name of who asks",
  "organization.name": "Their organization",
  "ticket.number": "Number of the ticket",
  "ticket.subject": "Subject of the ticket",
  "agent.firstName": "My first name",
  "agent.name": "My name",
};

type About = {
  number: number;
  subject: string;
  requester: { name: string };
  organization: { name: string } | null;
};

export function variableValues(ticket: About, agent: { name: string }): VariableValues {
  return {
    "requester.firstName": firstName(ticket.requester.name),
    "requester.name": ticket.requester.name,
    "organization.name": ticket.organization?.name ?? null,
    "ticket.number": `#${ticket.number}`,
    "ticket.subject": ticket.subject,
    "agent.firstName": firstName(agent.name),
    "agent.name": agent.name,
  };
}

/** The text with its values, and the names that have none: with those nothing is sent. */
export function fillVariables(
  text: string,
  values: VariableValues,
): { text: string; missing: readonly string[] } {
  const missing = new Set<string>();
  const filled = text.replace(pattern, (written, named: string) => {
    const name = named.replaceAll("\\", "");
    const value = Object.hasOwn(values, name) ? (values[name] ?? "") : "";
    if (value.trim() !== "") return value;
    missing.add(name);
    return written;
  });
  return { text: filled, missing: [...missing] };
}
