"use client";

import type { ReactNode } from "react";
import type { Choice } from "@/ui/actions/action";
import { usePaletteSource } from "@/ui/actions/palette-source";
import { ActionsProvider } from "@/ui/actions/provider";
import { useActions } from "@/ui/actions/use-actions";
import { toast, undoLatest } from "@/ui/toast";

const nothing = () => undefined;

/** A few actions, so that keys and palette can be tried here. */
export function GuideActions({ children }: { children: ReactNode }) {
  return (
    <ActionsProvider can={(permission) => (permission === "merge" ? "Only leads may merge" : null)}>
      <Offered />
      {children}
    </ActionsProvider>
  );
}

function Offered() {
  useActions([
    { id: "undo", run: undoLatest },
    { id: "item.done", label: "Resolve", run: () => toast({ text: "Resolved", undo: nothing }) },
    { id: "ticket.assign-me", run: () => toast({ text: "Assigned to you", undo: nothing }) },
    { id: "ticket.merge", run: nothing, permission: "merge" },
    { id: "go.mine", run: () => toast({ text: "Mine" }) },
    {
      id: "item.snooze",
      words: ["snooze", "later"],
      run: nothing,
      argument: { hint: "a day and a time", choices: snoozes },
    },
  ]);
  usePaletteSource({ id: "tickets", heading: "Tickets", find: async (words) => ticketsFor(words) });
  return null;
}

function snoozes(words: string): readonly Choice[] {
  const until = words === "" ? ["tomorrow 9:00", "Monday 9:00"] : [words];
  return until.map((label) => ({ id: label, label: `Until ${label}`, run: nothing }));
}

function ticketsFor(words: string): readonly Choice[] {
  const tickets = ["#10421 Sensor reads 85 °C", "#10398 Greenhouse door is stuck"];
  return tickets
    .filter((label) => label.toLocaleLowerCase().includes(words.toLocaleLowerCase()))
    .map((label) => ({ id: label, label, run: () => toast({ text: label }) }));
}
