import type { RefObject } from "react";
import type { TicketRow } from "@/modules/tickets/client";
import type { DraftFile } from "../drafts/draft";
import type { PanelInsert } from "./inserter";

/** What both fields know: the plain one that is there at once, and the rich one that comes later. */
export type FieldProps = {
  readonly label: string;
  readonly placeholder: string;
  /** Markdown. */
  readonly value: string;
  readonly isNote: boolean;
  readonly row: TicketRow;
  readonly onChange: (text: string) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  /** Brings files; gives each that has arrived. */
  readonly onFiles: (files: readonly File[]) => Promise<readonly (DraftFile | null)[]>;
  /** Opens the choice of files. */
  readonly onAttach: () => void;
  /** What other parts of the product let one insert. */
  readonly panels: readonly PanelInsert[];
  /** Where the buttons for how a text looks stand. */
  readonly tools: RefObject<HTMLSpanElement | null>;
};
