"use client";

import { ArrowDown, ArrowUp, Minus, Plus } from "lucide-react";
import { type SyntheticEvent, useLayoutEffect, useRef, useState } from "react";
import { useFields } from "@/modules/fields/components/use-fields";
import type { TableColumn } from "@/modules/tickets/client";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog, DialogClose } from "@/ui/dialog";
import { IconButton } from "@/ui/icon-button";
import { columnWidths, moved, resized, toggled, usualWidth } from "../../../rules/columns";
import { byKey, columnsOffered, columnsShown } from "./column-name";

const icon = { size: 16, "aria-hidden": true } as const;

interface ColumnsDialogProps {
  readonly columns: readonly TableColumn[];
  readonly onClose: () => void;
  readonly onChosen: (columns: readonly TableColumn[]) => void;
}

type Change = { readonly next: readonly TableColumn[]; readonly says: string };

/** Which columns a table has, in which order and how wide; all of it by key. */
export default function ColumnsDialog({ columns, onClose, onChosen }: ColumnsDialogProps) {
  const definitions = useFields();
  const fields = byKey(definitions);
  const [chosen, setChosen] = useState(columns);
  const [said, setSaid] = useState("");
  const held = useRef<HTMLElement | null>(null);
  // A line that moves in the page loses the focus, and gets it back.
  useLayoutEffect(() => {
    held.current?.focus();
    held.current = null;
  });

  const shown = columnsShown(chosen, fields);
  const hidden = columnsOffered(definitions)
    .filter((id) => shown.every((one) => one.id !== id))
    .map((id) => ({ id, width: usualWidth(id) }));
  const change = (event: SyntheticEvent<HTMLElement>, { next, says }: Change) => {
    held.current = event.currentTarget;
    setChosen(next.map(({ id, width }) => ({ id, width })));
    setSaid(says);
  };
  const move = (id: string, name: string, by: 1 | -1): Change => {
    const next = moved(shown, id, by);
    const place = next.findIndex((one) => one.id === id) + 1;
    return { next, says: `${name} is column ${place} of ${next.length}` };
  };
  const resize = (id: string, name: string, by: 1 | -1): Change => {
    const next = resized(shown, id, by);
    return { next, says: `${name} is ${next.find((one) => one.id === id)?.width} wide` };
  };
  const lines = [...shown, ...columnsShown(hidden, fields)];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Columns"
      description="From top to bottom as they stand from left to right."
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button
            variant="primary"
            onClick={() => {
              onChosen(shown.map(({ id, width }) => ({ id, width })));
              onClose();
            }}
          >
            Show these columns
          </Button>
        </>
      }
    >
      <p role="status" className="sr-only">
        {said}
      </p>
      <ul className="flex flex-col">
        {lines.map(({ id, name, width }, place) => {
          const isShown = place < shown.length;
          return (
            <li
              key={id}
              className="flex min-h-control flex-wrap items-center gap-1 border-line border-b py-1"
            >
              <Checkbox
                className="min-w-0 flex-1"
                label={name}
                checked={isShown}
                disabled={id === "subject"}
                onChange={(event) =>
                  change(event, {
                    next: toggled(shown, id),
                    says: isShown ? `${name} is hidden` : `${name} is the last column`,
                  })
                }
              />
              {isShown && (
                <>
                  <IconButton
                    name={`Move ${name} up`}
                    icon={<ArrowUp {...icon} />}
                    disabledReason={place === 0 ? "It is the first" : null}
                    onClick={(event) => change(event, move(id, name, -1))}
                  />
                  <IconButton
                    name={`Move ${name} down`}
                    icon={<ArrowDown {...icon} />}
                    disabledReason={place === shown.length - 1 ? "It is the last" : null}
                    onClick={(event) => change(event, move(id, name, 1))}
                  />
                  <IconButton
                    name={`Make ${name} narrower`}
                    icon={<Minus {...icon} />}
                    disabledReason={width <= columnWidths.min ? "Narrower cannot be read" : null}
                    onClick={(event) => change(event, resize(id, name, -1))}
                  />
                  <span className="w-10 text-center text-ink-2 text-small tabular-nums">
                    {width}
                  </span>
                  <IconButton
                    name={`Make ${name} wider`}
                    icon={<Plus {...icon} />}
                    disabledReason={width >= columnWidths.max ? "It is as wide as a screen" : null}
                    onClick={(event) => change(event, resize(id, name, 1))}
                  />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
