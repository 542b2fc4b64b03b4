import { describe, expect, test } from "vitest";
import { completeAction } from "./action";
import { type KeyPlace, meaningOf } from "./dispatch";
import { keymap, type Scope } from "./keymap";

const nowhere: KeyPlace = {
  around: [],
  lastUsed: ["ticket", "list"],
  inField: false,
  inLayer: false,
  onControl: false,
};
const inList: KeyPlace = { ...nowhere, around: ["list"] };
const inTicket: KeyPlace = { ...nowhere, around: ["ticket"] };
const inComposer: KeyPlace = { ...nowhere, around: ["composer", "ticket"], inField: true };

const offer = (id: string, region: Scope | null = null) =>
  completeAction({ id, run: () => undefined }, region);
const all = keymap.map((rule) => offer(rule.id));
const rules = { overrides: {}, keysEnabled: true };

function chosen(stroke: string, place: KeyPlace, actions = all, begun: string | null = null) {
  const meaning = meaningOf(stroke, begun, place, actions, rules);
  return meaning?.kind === "action" ? meaning.action.id : (meaning?.kind ?? null);
}

describe("single keys", () => {
  test("act in list and ticket", () => {
    expect(chosen("A", inList)).toBe("ticket.assign");
    expect(chosen("R", inTicket)).toBe("ticket.reply");
  });

  test("are dead while one types, and in dialogs and menus", () => {
    expect(chosen("A", inComposer)).toBeNull();
    expect(chosen("A", { ...inList, inLayer: true })).toBeNull();
    expect(chosen("Mod+K", { ...inList, inLayer: true })).toBeNull();
  });

  test("can be switched off, and then only they are dead", () => {
    const off = { overrides: {}, keysEnabled: false };
    expect(meaningOf("E", null, inList, all, off)).toBeNull();
    expect(meaningOf("G", null, inList, all, off)).toBeNull();
    expect(meaningOf("Mod+K", null, inList, all, off)?.kind).toBe("action");
    expect(meaningOf("ArrowDown", null, inList, all, off)?.kind).toBe("action");
  });

  test("can be given to another key", () => {
    const moved = { overrides: { "item.done": ["Q"] }, keysEnabled: true };
    expect(meaningOf("E", null, inList, all, moved)).toBeNull();
    expect(meaningOf("Q", null, inList, all, moved)).toMatchObject({ action: { id: "item.done" } });
  });
});

describe("two keys in a row", () => {
  test("G waits for the second, and the second decides", () => {
    expect(chosen("G", nowhere)).toBe("begun");
    expect(chosen("M", nowhere, all, "G")).toBe("go.mine");
    expect(chosen("M", nowhere)).toBe("ticket.macro");
  });

  test("a wrong second key does nothing, and surely not what it means alone", () => {
    expect(chosen("!", nowhere, all, "G")).toBeNull();
  });
});

describe("where focus is decides", () => {
  const both = [offer("ticket.assign", "list"), offer("ticket.assign", "ticket")];
  const scopeChosen = (place: KeyPlace) => {
    const meaning = meaningOf("A", null, place, both, rules);
    return meaning?.kind === "action" ? meaning.action.scopes : null;
  };

  test("a list answers for its rows and a ticket for itself", () => {
    expect(scopeChosen(inList)).toEqual(["list"]);
    expect(scopeChosen(inTicket)).toEqual(["ticket"]);
  });

  test("with focus nowhere, the region used last answers", () => {
    expect(scopeChosen(nowhere)).toEqual(["ticket"]);
    expect(scopeChosen({ ...nowhere, lastUsed: ["list", "ticket"] })).toEqual(["list"]);
  });

  test("a key of the list does nothing in a ticket", () => {
    expect(chosen("X", inTicket)).toBeNull();
  });

  test("Space, Home, End, arrows and Ctrl+A stay the browser's outside of a focused list", () => {
    for (const stroke of ["Space", "Home", "End", "ArrowDown", "Enter", "Mod+A"]) {
      expect(chosen(stroke, nowhere)).toBeNull();
      expect(chosen(stroke, inList)).not.toBeNull();
    }
  });

  test("Enter and Space press the button that has focus", () => {
    expect(chosen("Enter", { ...inList, onControl: true })).toBeNull();
    expect(chosen("Space", { ...inList, onControl: true })).toBeNull();
  });

  test("Send is a key of the composer alone", () => {
    expect(chosen("Mod+Enter", inComposer)).toBe("composer.send");
    expect(chosen("Mod+Shift+Enter", inComposer)).toBe("composer.send-as");
    expect(chosen("Mod+Enter", nowhere)).toBeNull();
  });

  test("Send works in a composer that stands in a dialog, and nothing else does", () => {
    const inDialog: KeyPlace = { ...inComposer, around: ["composer"], inLayer: true };
    expect(chosen("Mod+Enter", inDialog)).toBe("composer.send");
    expect(chosen("Escape", inDialog)).toBeNull();
    expect(chosen("R", { ...inDialog, inField: false })).toBeNull();
  });

  test("Esc leads out of a field", () => {
    expect(chosen("Escape", inComposer)).toBe("step.out");
  });
});
