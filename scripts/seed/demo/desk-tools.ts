import type { TicketPriority, TicketStatus } from "@/modules/tickets/client";
import type { TeamKey } from "../course";
import type { Random } from "../random";
import * as rows from "../rows";
import type { History } from "../unfold";
import type { Workspace } from "./workspace";

const models = [
  { value: "balcony-60", name: "Fjord 60 balcony" },
  { value: "balcony-120", name: "Fjord 120 balcony" },
  { value: "wall-90", name: "Fern 90 wall" },
  { value: "school-200", name: "Fern 200 classroom" },
];

/** What Fjord & Fern asks about beside the ordinary. */
export const demoFields = [
  {
    key: "product_model",
    name: "Product model",
    type: "choice",
    options: models,
    visibleToCustomer: true,
  },
  {
    key: "order_number",
    name: "Order number",
    type: "text",
    options: [],
    visibleToCustomer: true,
  },
  {
    key: "warranty_until",
    name: "Warranty until",
    type: "date",
    options: [],
    visibleToCustomer: false,
  },
] as const;

type Tool = { team: TeamKey | null };

export const demoResponses: readonly (Tool & { name: string; shortcut: string; body: string })[] = [
  {
    name: "Greeting",
    shortcut: "hi",
    team: null,
    body: "Hello {{requester.firstName}},\n\nthank you for writing to {{workspace.name}}.",
  },
  {
    name: "Signature",
    shortcut: "sig",
    team: null,
    body: "Kind regards\n{{agent.firstName}}\n{{workspace.name}}",
  },
  {
    name: "Ask for a photo",
    shortcut: "photo",
    team: null,
    body: "Hello {{requester.firstName}},\n\ncould you send us a photo of it, and one of the label under the lid? You can answer this message with it.",
  },
  {
    name: "Restart the hub",
    shortcut: "hub",
    team: "sensors",
    body: "Please restart the hub once:\n\n1. Pull the plug and wait for ten seconds.\n2. Plug it in and wait until the light is green.\n3. Open the app and pull the list of sensors down.\n\nIf {{ticket.number}} is not settled by that, tell us which light you see.",
  },
  {
    name: "Calibrate a sensor",
    shortcut: "calibrate",
    team: "sensors",
    body: "Hold the sensor in dry air for five minutes, then choose **Sensors, Calibrate** in the app. It takes a minute.",
  },
  {
    name: "Delivery is on its way",
    shortcut: "shipped",
    team: "orders",
    body: "Hello {{requester.firstName}},\n\nyour order {{field.order_number}} left Bergen and arrives within three working days.",
  },
  {
    name: "How to send something back",
    shortcut: "return",
    team: "orders",
    body: "You can send it back within 30 days. Use the box that it came in; the label for {{field.order_number}} is in your account under Orders.",
  },
  {
    name: "Watering in winter",
    shortcut: "winter",
    team: "growing",
    body: "In winter half the water is enough: set the pump to every third day and keep the vent open at noon.",
  },
];

type Actions = {
  status?: TicketStatus;
  priority?: TicketPriority;
  assigneeId?: string;
  teamId?: TeamKey;
  addTags?: string[];
};
type Macro = Tool & { name: string; actions: Actions; message?: { kind: string; body: string } };

export const demoMacros: readonly Macro[] = [
  {
    name: "Ask for a photo and wait",
    team: null,
    actions: { status: "pending", assigneeId: "me" },
    message: {
      kind: "reply",
      body: "Hello {{requester.firstName}},\n\ncould you send us a photo of it, and one of the label under the lid?\n\n{{agent.firstName}}",
    },
  },
  {
    name: "Refund",
    team: "orders",
    actions: { status: "pending", addTags: ["refund", "billing"] },
    message: {
      kind: "reply",
      body: "Hello {{requester.firstName}},\n\nwe have sent the money for {{ticket.number}} back. It is on your account within five working days.\n\n{{agent.firstName}}",
    },
  },
  {
    name: "Known fault: firmware 4.2.0",
    team: "sensors",
    actions: { status: "on_hold", priority: "high", addTags: ["firmware-4.2.0"] },
    message: {
      kind: "note",
      body: "Same fault as the others: waits for firmware 4.2.1. Do not send a new hub.",
    },
  },
  { name: "Hand over to Growing advice", team: null, actions: { teamId: "growing" } },
  {
    name: "Solved, thank them",
    team: null,
    actions: { status: "resolved" },
    message: {
      kind: "reply",
      body: "Hello {{requester.firstName}},\n\nglad that it works again. If anything comes up, answer this message.\n\n{{agent.firstName}}",
    },
  },
];

/** What a ticket holds in these fields: orders have a number, what is mended a model. */
export function withFields(history: History, workspace: Workspace, random: Random): History {
  const { ticket } = history;
  const of = (team: TeamKey) => ticket.teamId === workspace.teamIds[team];
  const number = `FF-${random.between(20_000, 59_999)}`;
  const model = random.pick(models).value;
  const bought = new Date(ticket.createdAt.getTime() - random.between(5, 900) * 86_400_000);
  const until = `${bought.getUTCFullYear() + 2}${bought.toISOString().slice(4, 10)}`;
  const isDay = !until.endsWith("02-29");
  const fields = {
    ...(of("orders") ? { order_number: number } : {}),
    ...(of("sensors") || of("business") ? { product_model: model } : {}),
    ...(of("sensors") && isDay ? { warranty_until: until } : {}),
  };
  return { ...history, ticket: { ...ticket, fields } };
}

const target = (table: string, columns: readonly string[]) => ({ table, columns });

/** Each table with its lines, through the same tables that people's editors write. */
export function deskTools(
  histories: readonly History[],
  workspace: Workspace,
  random: Random,
  nowMs: number,
): { target: rows.Target; lines: string[] }[] {
  const since = workspace.ada.since;
  const id = () => random.id(nowMs - 86_400_000);
  const teamId = (key: TeamKey | null | undefined) =>
    key === null || key === undefined ? null : workspace.teamIds[key];
  const added = demoMacros.flatMap(({ actions }) => actions.addTags ?? []);
  const tags = [...new Set([...histories.flatMap(({ ticket }) => ticket.tags), ...added])].sort();
  const macro = ({ name, team, actions, message }: Macro) => {
    const { teamId: to, ...rest } = actions;
    const stored = JSON.stringify({ ...rest, ...(to === undefined ? {} : { teamId: teamId(to) }) });
    const { kind = null, body = "" } = message ?? {};
    return rows.copyLine([id(), name, stored, kind, body, teamId(team), since, since]);
  };
  return [
    {
      target: target("tags", ["name", "created_at"]),
      lines: tags.map((tag) => rows.copyLine([tag, since])),
    },
    {
      target: target("custom_fields", [
        "id",
        "key",
        "name",
        "type",
        "options",
        "visible_to_customer",
        "place",
        "created_at",
      ]),
      lines: demoFields.map((field, index) =>
        rows.copyLine([
          id(),
          field.key,
          field.name,
          field.type,
          JSON.stringify(field.options),
          field.visibleToCustomer,
          index + 1,
          since,
        ]),
      ),
    },
    {
      target: target("canned_responses", [
        "id",
        "name",
        "shortcut",
        "body",
        "team_id",
        "created_at",
        "updated_at",
      ]),
      lines: demoResponses.map(({ name, shortcut, body, team }) =>
        rows.copyLine([id(), name, shortcut, body, teamId(team), since, since]),
      ),
    },
    {
      target: target("macros", [
        "id",
        "name",
        "actions",
        "message_kind",
        "body",
        "team_id",
        "created_at",
        "updated_at",
      ]),
      lines: demoMacros.map(macro),
    },
  ];
}
