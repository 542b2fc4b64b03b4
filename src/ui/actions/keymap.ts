export type Scope = "everywhere" | "list" | "ticket" | "composer" | "notifications";

export interface KeyRule {
  readonly id: string;
  readonly label: string;
  /** Strokes that mean the same; "G M" is one after the other, "Mod" is Ctrl or Command. */
  readonly keys: readonly string[];
  readonly scopes: readonly Scope[];
  /** Reaches through fields, where every other key types. */
  readonly inFields?: true;
  /** Taken from the browser only while focus is in the list. */
  readonly inFocus?: true;
  /** Goes on while the key is held down. */
  readonly repeats?: true;
}

const everywhere: readonly Scope[] = ["everywhere"];
const list: readonly Scope[] = ["list"];
const ticket: readonly Scope[] = ["ticket"];
const composer: readonly Scope[] = ["composer"];
const listAndTicket: readonly Scope[] = ["list", "ticket"];
const rows: readonly Scope[] = ["list", "ticket", "notifications"];

const pinned = Array.from({ length: 9 }, (_, place) => ({
  id: `view.pinned.${place + 1}`,
  label: `Pinned view ${place + 1}`,
  keys: [`${place + 1}`],
  scopes: everywhere,
}));

/**
 * Every key of the interface: one id, one key, one meaning. A component that acts takes its key
 * from here by its action's id, so that menus, palette and the page of keys cannot disagree.
 */
export const keymap: readonly KeyRule[] = [
  {
    id: "palette.open",
    label: "Find an action",
    keys: ["Mod+K"],
    scopes: everywhere,
    inFields: true,
  },
  { id: "keys.show", label: "Show all keys", keys: ["?"], scopes: everywhere },
  { id: "search.open", label: "Search", keys: ["/"], scopes: everywhere },

  { id: "go.notifications", label: "Go to notifications", keys: ["G I"], scopes: everywhere },
  { id: "go.mine", label: "Go to mine", keys: ["G M"], scopes: everywhere },
  { id: "go.unassigned", label: "Go to unassigned", keys: ["G U"], scopes: everywhere },
  { id: "go.drafts", label: "Go to drafts", keys: ["G D"], scopes: everywhere },
  { id: "go.knowledge", label: "Go to knowledge", keys: ["G K"], scopes: everywhere },
  { id: "go.admin", label: "Go to admin", keys: ["G A"], scopes: everywhere },
  ...pinned,
  { id: "view.switch", label: "Switch view", keys: ["V"], scopes: everywhere },

  { id: "ticket.new", label: "New ticket", keys: ["C"], scopes: everywhere },
  { id: "undo", label: "Undo", keys: ["Z"], scopes: everywhere },
  { id: "step.out", label: "One step out", keys: ["Escape"], scopes: everywhere, inFields: true },

  { id: "item.next", label: "Next", keys: ["J"], scopes: rows, repeats: true },
  { id: "item.previous", label: "Previous", keys: ["K"], scopes: rows, repeats: true },
  {
    id: "list.up",
    label: "Row above",
    keys: ["ArrowUp"],
    scopes: list,
    inFocus: true,
    repeats: true,
  },
  {
    id: "list.down",
    label: "Row below",
    keys: ["ArrowDown"],
    scopes: list,
    inFocus: true,
    repeats: true,
  },
  { id: "list.top", label: "Top, with what arrived", keys: ["Home"], scopes: list, inFocus: true },
  { id: "list.end", label: "End", keys: ["End"], scopes: list, inFocus: true },
  { id: "list.open", label: "Open", keys: ["Enter"], scopes: list, inFocus: true },
  { id: "list.peek", label: "Peek", keys: ["Space"], scopes: list, inFocus: true },

  { id: "list.select", label: "Select", keys: ["X"], scopes: list },
  {
    id: "list.extend-up",
    label: "Select upwards",
    keys: ["Shift+ArrowUp"],
    scopes: list,
    inFocus: true,
    repeats: true,
  },
  {
    id: "list.extend-down",
    label: "Select downwards",
    keys: ["Shift+ArrowDown"],
    scopes: list,
    inFocus: true,
    repeats: true,
  },
  {
    id: "list.select-all",
    label: "Select all loaded",
    keys: ["Mod+A"],
    scopes: list,
    inFocus: true,
  },
  { id: "list.filter", label: "Filter", keys: ["F"], scopes: list },
  { id: "list.display", label: "Display", keys: ["Shift+V"], scopes: list },

  { id: "ticket.assign", label: "Assign", keys: ["A"], scopes: listAndTicket },
  { id: "ticket.assign-me", label: "Assign to me", keys: ["I"], scopes: listAndTicket },
  { id: "ticket.team", label: "Set team", keys: ["T"], scopes: listAndTicket },
  { id: "ticket.status", label: "Set status", keys: ["S"], scopes: listAndTicket },
  { id: "ticket.priority", label: "Set priority", keys: ["P"], scopes: listAndTicket },
  { id: "ticket.tags", label: "Set tags", keys: ["L"], scopes: listAndTicket },
  { id: "item.done", label: "Resolve, or done", keys: ["E"], scopes: rows },
  { id: "item.snooze", label: "Snooze", keys: ["H"], scopes: rows },
  { id: "item.unread", label: "Mark unread", keys: ["U"], scopes: rows },
  { id: "ticket.follow", label: "Follow", keys: ["Shift+F"], scopes: listAndTicket },
  { id: "ticket.merge", label: "Merge", keys: ["Shift+M"], scopes: listAndTicket },
  { id: "ticket.spam", label: "Mark as spam", keys: ["!"], scopes: listAndTicket },

  { id: "ticket.reply", label: "Reply", keys: ["R"], scopes: listAndTicket },
  { id: "ticket.note", label: "Write a note", keys: ["N"], scopes: listAndTicket },
  { id: "ticket.macro", label: "Apply a macro", keys: ["M"], scopes: listAndTicket },

  { id: "message.previous", label: "Previous message", keys: [","], scopes: ticket, repeats: true },
  { id: "message.next", label: "Next message", keys: ["."], scopes: ticket, repeats: true },
  { id: "message.split", label: "Split into a new ticket", keys: ["Shift+S"], scopes: ticket },
  { id: "events.unfold", label: "Unfold events", keys: ["Shift+E"], scopes: ticket },
  { id: "ticket.copy-link", label: "Copy link", keys: ["Y"], scopes: ticket },
  { id: "context.toggle", label: "Show or hide context", keys: ["D"], scopes: ticket },
  { id: "sla.why", label: "Why this time", keys: ["W"], scopes: ticket },

  { id: "composer.send", label: "Send", keys: ["Mod+Enter"], scopes: composer, inFields: true },
  {
    id: "composer.send-as",
    label: "Send as",
    keys: ["Mod+Shift+Enter"],
    scopes: composer,
    inFields: true,
  },

  { id: "item.menu", label: "Menu of row or message", keys: ["Shift+F10"], scopes: listAndTicket },
];

const byId = new Map(keymap.map((rule) => [rule.id, rule]));

export function keyRule(id: string): KeyRule | undefined {
  return byId.get(id);
}

/** What a person changed: an id to the keys that it has now; none switches it off. */
export type KeyOverrides = Readonly<Record<string, readonly string[]>>;

export function keysOf(id: string, overrides: KeyOverrides = {}): readonly string[] {
  return overrides[id] ?? byId.get(id)?.keys ?? [];
}
