import { expect, test } from "vitest";
import { fieldRegistry, describe as inWords, parse } from "@/modules/filters/client";
import { ticketFields } from "./fields";

const fields = fieldRegistry(ticketFields);
const said = (text: string) => inWords(parse(text, { fields }).expression, { fields });

test.each([
  ["status:open assignee:me", "Open, assigned to me"],
  ["status:open,pending -assignee:none", "Open or pending, assigned"],
  ["assignee:none priority:high,urgent", "Unassigned, high or urgent priority"],
  ["-assignee:me tag:billing", "Not assigned to me, tagged billing"],
  ["-tag:refund tag:none", "Not tagged refund, without tags"],
  ["team:mine organization:none", "With my team, without an organization"],
  ["created:<3d", "Created in the last 3 days"],
  ["due:<2h sla:at_risk", "Due in less than 2 hours, SLA at risk"],
  ["waiting:>1d", "Waiting began more than 1 day ago"],
  ["satisfaction:<3", "Rated under 3"],
])("%s reads as a sentence", (text, sentence) => {
  expect(said(text)).toBe(sentence);
});
