"use client";

import { useRouter } from "next/navigation";
import { useMe } from "@/modules/tickets/components/me";
import type { QueueView } from "@/modules/tickets/components/place";
import { usePlace } from "@/modules/tickets/components/use-place";
import { trpc } from "@/trpc/client";
import type { ActionInput, Choice } from "@/ui/actions/action";
import { usePaletteSource } from "@/ui/actions/palette-source";
import { useActions } from "@/ui/actions/use-actions";
import { StatusGlyph } from "@/ui/glyphs";
import { undoLatest } from "@/ui/toast";
import { stepOut } from "./step-out";

const foundMax = 8;

interface ConsoleActionsProps {
  readonly views: readonly QueueView[];
  readonly onSwitchView: () => void;
}

/** What can be done everywhere in the console, and where the palette looks. */
export function ConsoleActions({ views, onSwitchView }: ConsoleActionsProps) {
  const me = useMe();
  const router = useRouter();
  const place = usePlace();
  const utils = trpc.useUtils();

  const openView = (view: QueueView) =>
    place.go({ view: view.id, filter: null, sort: null, number: null });
  const named = (id: string) => views.find((view) => view.id === id);
  const mine = named("mine");
  const unassigned = named("unassigned");

  const actions: ActionInput[] = [
    ...views.flatMap((view) =>
      view.pin === null
        ? []
        : [{ id: `view.pinned.${view.pin}`, label: view.name, run: () => openView(view) }],
    ),
    { id: "view.switch", run: onSwitchView },
    { id: "go.drafts", run: () => router.push("/drafts") },
    { id: "go.knowledge", run: () => router.push("/knowledge") },
    { id: "step.out", run: () => stepOut(place) },
    { id: "go.notifications", run: () => router.push("/notifications") },
    { id: "undo", run: () => void undoLatest() },
  ];
  if (mine) actions.push({ id: "go.mine", run: () => openView(mine) });
  if (unassigned) actions.push({ id: "go.unassigned", run: () => openView(unassigned) });
  if (me.role === "admin") actions.push({ id: "go.admin", run: () => router.push("/admin") });
  useActions(actions);

  const findTickets = async (words: string): Promise<readonly Choice[]> => {
    const number = /^#?(\d{1,15})$/.exec(words.trim())?.[1];
    const filter =
      number !== undefined
        ? `number:${number}`
        : words.trim() === ""
          ? ""
          : `subject:"${words.trim().replaceAll('"', "")}"`;
    const { rows } = await utils.tickets.list.fetch({ filter, sort: "updated" });
    return rows.slice(0, foundMax).map((row) => ({
      id: row.id,
      label: row.subject,
      hint: `#${row.number} · ${row.requester.name}`,
      icon: <StatusGlyph status={row.status} name="" />,
      run: () => place.go({ number: row.number }),
    }));
  };
  usePaletteSource({ id: "tickets", heading: "Tickets", find: findTickets });
  usePaletteSource({
    id: "views",
    heading: "Views",
    find: async (words) =>
      views
        .filter((view) => view.pin === null)
        .filter((view) => view.name.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase()))
        .map((view) => ({ id: view.id, label: view.name, run: () => openView(view) })),
  });
  return null;
}
