import type { ComponentType, ReactNode } from "react";
import type { TriggerSign } from "./trigger";

/** What one can put into a text: an item of the list that a sign opens. */
export type Insert = {
  id: string;
  label: string;
  hint?: string | undefined;
  icon?: ReactNode;
} & (
  | { text: string; href?: string | undefined }
  | { run: () => void }
  /** Opens something of its own, which gives the text when a choice is made. */
  | { panel: ComponentType<PanelProps> }
);

export type PanelProps = { ticketId: string; onPick: (text: string) => void };

/** A source of such items. `find` may ask the server; what it gives is shown in its order. */
export type Inserter = {
  sign: TriggerSign;
  heading: string;
  find: (words: string) => readonly Insert[] | Promise<readonly Insert[]>;
};

/** An item that a higher module brings into the list of `/`: one line in the page that composes them. */
export type PanelInsert = { id: string; label: string; panel: ComponentType<PanelProps> };
