"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { showConflict, shownConflict, subscribeConflict } from "./conflict-store";
import { fieldWords, valueWords } from "./fields";
import { useEditTicket } from "./use-edit-ticket";

const nothing = () => null;

/** Two people changed the same field: whoever came second sees both values and chooses. */
export function ConflictDialog() {
  const conflict = useSyncExternalStore(subscribeConflict, shownConflict, nothing);
  const edit = useEditTicket();
  if (conflict === null) return null;
  const { row, mine, theirs } = conflict;
  const field = fieldWords[mine.field].toLocaleLowerCase();
  const close = () => showConflict(null);
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && close()}
      title={`Someone changed the ${field} meanwhile`}
      description={`#${row.number} ${row.subject}`}
      footer={
        <>
          <Button
            variant="primary"
            // The safe way is the one that Enter takes.
            autoFocus
            onClick={close}
          >
            Keep {valueWords(theirs)}
          </Button>
          <Button
            onClick={() => {
              close();
              edit(row, mine);
            }}
          >
            Set {valueWords(mine)} anyway
          </Button>
        </>
      }
    >
      <p className="text-body">
        It is now {valueWords(theirs)}. You wanted {valueWords(mine)}. Nothing was saved.
      </p>
    </Dialog>
  );
}
