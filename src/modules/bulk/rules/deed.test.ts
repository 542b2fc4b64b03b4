import { expect, test } from "vitest";
import { beforeOf, changesOf, mayUndo } from "./deed";

test("tags are added to what is there, and only those named are taken away", () => {
  const deed = { kind: "tags", add: ["vent", "spring"], remove: ["old"] } as const;
  const changes = changesOf(
    { ...deed, add: [...deed.add], remove: [...deed.remove] },
    {
      tags: ["old", "vent"],
    },
  );
  expect(changes).toEqual({ tags: ["vent", "spring"] });
});

test("what was there before is what an undo writes", () => {
  expect(beforeOf([{ field: "assigneeId", from: null, to: "mia" }])).toEqual({ assigneeId: null });
});

test("an action is undone once, within its time, and never while it runs", () => {
  const deed = { kind: "priority", priority: "high" } as const;
  const ended = { deed, finishedAt: new Date(0), undoOf: null, undone: false, done: 3 };
  expect(mayUndo(ended, new Date(999), 1_000)).toBe(true);
  expect(mayUndo(ended, new Date(1_000), 1_000)).toBe(false);
  expect(mayUndo({ ...ended, finishedAt: null }, new Date(1), 1_000)).toBe(false);
  expect(mayUndo({ ...ended, undone: true }, new Date(1), 1_000)).toBe(false);
  expect(mayUndo({ ...ended, undoOf: "another" }, new Date(1), 1_000)).toBe(false);
});

test("a macro that only wrote to people has nothing that could be taken back", () => {
  const ended = { finishedAt: new Date(0), undoOf: null, undone: false, done: 3 };
  const macro = { kind: "macro", macroId: "thanks", name: "Thanks" } as const;
  expect(mayUndo({ ...ended, deed: { ...macro, leavesFields: true } }, new Date(1), 9)).toBe(false);
  expect(mayUndo({ ...ended, deed: { ...macro, leavesFields: false } }, new Date(1), 9)).toBe(true);
});
