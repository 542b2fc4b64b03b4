"use client";

import { useState } from "react";
import { useFields } from "@/modules/fields/components/use-fields";
import { useNames } from "@/modules/tickets/components/ticket/use-names";
import { trpc } from "@/trpc/client";
import { AlertDialog } from "@/ui/alert-dialog";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { SkeletonRows } from "@/ui/skeleton";
import type { MacroView } from "../../types";
import { useMacros } from "../use-macros";
import { AdminPage, AdminRow, AdminRows, useKeeper } from "./admin-page";
import { doesWords } from "./does-words";
import { MacroEditor } from "./macro-editor";
import { Refused } from "./refused";
import { isKept, scopeWords } from "./scope-field";
import { useChange } from "./use-change";

type Asking = { what: "make" } | { what: "edit" | "remove"; macro: MacroView };

/** Macros: what agents do again and again, in one stroke. */
export function MacrosPage() {
  const utils = trpc.useUtils();
  const keeper = useKeeper();
  const query = useMacros();
  const macros = query.data?.macros;
  const fields = useFields();
  const names = useNames();
  const [asking, setAsking] = useState<Asking | null>(null);
  const remove = trpc.macros.remove.useMutation();
  const { change, refused } = useChange();
  const again = () => void utils.macros.invalidate();
  const close = () => setAsking(null);
  return (
    <AdminPage
      title="Macros"
      says="Agents apply them with M: actions on a ticket and a message, read before anything happens."
      action={
        <Button variant="primary" onClick={() => setAsking({ what: "make" })}>
          New macro
        </Button>
      }
    >
      <Refused words={refused} />
      {macros === undefined && <SkeletonRows rows={4} label="Loading macros" />}
      {macros?.length === 0 && (
        <EmptyState title="No macros yet">
          A refund, a request for a photo, a hand-over: what is always done the same way.
        </EmptyState>
      )}
      {macros !== undefined && macros.length > 0 && (
        <AdminRows label="Macros">
          {macros.map((macro) => (
            <AdminRow
              key={macro.id}
              name={macro.name}
              facts={`${scopeWords(macro)} · ${doesWords(macro, names, fields)}`}
              actions={
                isKept(keeper, macro.scope) && (
                  <>
                    <Button
                      aria-label={`Edit ${macro.name}`}
                      onClick={() => setAsking({ what: "edit", macro })}
                    >
                      Edit
                    </Button>
                    <Button
                      aria-label={`Delete ${macro.name}`}
                      onClick={() => setAsking({ what: "remove", macro })}
                    >
                      Delete
                    </Button>
                  </>
                )
              }
            />
          ))}
        </AdminRows>
      )}
      {asking?.what === "make" && <MacroEditor onClose={close} onDone={again} />}
      {asking?.what === "edit" && (
        <MacroEditor macro={asking.macro} onClose={close} onDone={again} />
      )}
      {asking?.what === "remove" && (
        <AlertDialog
          open
          onOpenChange={(open) => !open && close()}
          title={`Delete ${asking.macro.name}?`}
          loses={`It is used by ${scopeWords(asking.macro)}. What was done with it stays. This cannot be undone.`}
          confirm="Delete macro"
          onConfirm={() =>
            void change(({ commandId }) => remove.mutateAsync({ commandId, id: asking.macro.id }), {
              done: `${asking.macro.name} deleted`,
              next: again,
            })
          }
        />
      )}
    </AdminPage>
  );
}
