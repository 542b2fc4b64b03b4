"use client";

import { Bookmark } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { attempt } from "@/modules/tickets/components/day/use-deed";
import { DisplayMenu } from "@/modules/tickets/components/queue/table/display-menu";
import { usePlace } from "@/modules/tickets/components/use-place";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import type { ActionInput } from "@/ui/actions/action";
import { ActionMenuItem } from "@/ui/actions/action-menu-item";
import { openPalette } from "@/ui/actions/open";
import { useActions } from "@/ui/actions/use-actions";
import { Coming } from "@/ui/coming";
import { IconButton } from "@/ui/icon-button";
import { Menu, MenuSeparator } from "@/ui/menu";
import { toast } from "@/ui/toast";
import type { View } from "../client";
import { useDisplay } from "./use-display";

const ViewDialog = lazy(() => import("./view-dialog"));

interface ViewMenuProps {
  readonly view: View | undefined;
  /** What the list shows now, which may differ from what is saved. */
  readonly filter: string;
  readonly sort: View["sort"];
  readonly changed: boolean;
}

const places = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** What can be done with the view one looks at: kept, shared, given a key, deleted. */
export function ViewMenu({ view, filter, sort, changed }: ViewMenuProps) {
  const { go } = usePlace();
  const utils = trpc.useUtils();
  const display = useDisplay(view);
  const [dialog, setDialog] = useState<"new" | "edit" | null>(null);
  const create = trpc.views.create.useMutation();
  const change = trpc.views.change.useMutation();
  const remove = trpc.views.remove.useMutation();
  const pin = trpc.views.pin.useMutation();
  const again = () => Promise.all([utils.views.list.invalidate(), utils.views.counts.invalidate()]);

  const contentOf = (one: View) => ({
    name: one.name,
    filter: one.filter,
    sort: one.sort,
    audience: one.audience === "standard" ? ("personal" as const) : one.audience,
    teamId: one.teamId,
  });
  const save = (one: View) =>
    attempt(async () => {
      const { version } = one;
      const wanted = { ...contentOf(one), filter, sort, display: one.display ?? undefined };
      const saved = await change.mutateAsync({
        commandId: newId(),
        viewId: one.id,
        version,
        ...wanted,
      });
      await again();
      go({ filter: null, sort: null }, { replace: true });
      toast({ text: [`“${one.name}” saved`, saved.note].filter(Boolean).join(". ") });
    });
  const discard = (one: View) =>
    attempt(async () => {
      await remove.mutateAsync({ commandId: newId(), viewId: one.id });
      go({ view: null, filter: null, sort: null }, { replace: true });
      await again();
      const undo = () =>
        attempt(async () => {
          const { viewId } = await create.mutateAsync({
            ...{ commandId: newId(), ...contentOf(one), display: one.display ?? undefined },
          });
          await again();
          go({ view: viewId });
        });
      toast({ text: `“${one.name}” deleted`, undo });
    });
  const pinTo = (one: View, place: number | null) =>
    attempt(async () => {
      await pin.mutateAsync({ commandId: newId(), viewId: one.id, place });
      await again();
      const where = place === null ? "has no key now" : `opens with ${place}`;
      toast({ text: `“${one.name}” ${where}` });
    });

  const notMine =
    view?.audience === "standard"
      ? "Everybody has this view; save it as your own"
      : "Only its owner or an admin changes it";
  const owned = view?.mayEdit === true ? null : notMine;
  const actions: ActionInput[] = [
    {
      id: "view.save-as",
      label: "Save as a new view",
      words: ["save view", "new view"],
      run: () => setDialog("new"),
    },
  ];
  if (view !== undefined)
    actions.push(
      {
        id: "view.save",
        label: `Save “${view.name}” as it is now`,
        disabledReason: owned ?? (changed || view.ownDisplay ? null : "Nothing has changed"),
        run: () => save(view),
      },
      {
        id: "view.edit",
        label: `Rename or share “${view.name}”`,
        words: ["edit view", "share"],
        disabledReason: owned,
        run: () => setDialog("edit"),
      },
      {
        id: "view.pin",
        label: `Pin “${view.name}” to a key`,
        words: ["pin"],
        run: () => openPalette("pin "),
        argument: {
          hint: "1 to 9, or none",
          choices: (words) =>
            [...places.map(String), "none"]
              .filter((key) => key.startsWith(words.trim()))
              .map((key) => ({
                id: key,
                label: key === "none" ? "No key" : `Key ${key}`,
                run: () => pinTo(view, key === "none" ? null : Number(key)),
              })),
        },
      },
      {
        id: "view.delete",
        label: `Delete “${view.name}”`,
        disabledReason: owned,
        run: () => discard(view),
      },
    );
  useActions(actions);

  return (
    <>
      <Menu
        label="This view"
        align="end"
        trigger={
          <IconButton name="Save or arrange" icon={<Bookmark size={16} aria-hidden="true" />} />
        }
      >
        <ActionMenuItem id="view.save" />
        <ActionMenuItem id="view.save-as" />
        <MenuSeparator />
        <ActionMenuItem id="view.edit" />
        <ActionMenuItem id="view.pin" />
        <ActionMenuItem id="view.delete" />
      </Menu>
      <DisplayMenu
        filter={filter}
        sort={sort}
        display={view?.display ?? null}
        own={view?.ownDisplay === true}
        onDisplay={display}
      />
      {dialog !== null && (
        <Suspense fallback={<Coming />}>
          <ViewDialog
            view={dialog === "edit" ? view : undefined}
            filter={filter}
            sort={sort}
            display={view?.display ?? null}
            onClose={() => setDialog(null)}
            onSaved={async (viewId) => {
              await again();
              go({ view: viewId, filter: null, sort: null });
            }}
          />
        </Suspense>
      )}
    </>
  );
}
