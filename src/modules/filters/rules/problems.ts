import { filterLimits } from "./limits";

export type ProblemCode =
  | "ambiguous_value"
  | "bad_date"
  | "bad_duration"
  | "bad_number"
  | "missing_value"
  | "no_comparison"
  | "no_full_text"
  | "open_group"
  | "open_quote"
  | "range_reversed"
  | "stray_group"
  | "stray_operator"
  | "too_deep"
  | "too_long"
  | "too_many"
  | "unknown_field"
  | "unknown_value";

/** What is wrong with a filter's text, where, and what to write there instead. */
export interface Problem {
  readonly code: ProblemCode;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** A replacement for the text between start and end. */
  readonly suggestion?: string;
}

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Collects what is wrong; after the first few more would not help anybody. */
export class Problems {
  readonly list: Problem[] = [];

  add(code: ProblemCode, place: Place, message: string, suggestion?: string): void {
    if (this.full) return;
    const { start, end } = place;
    const guess = suggestion === undefined ? "" : ` Did you mean “${suggestion}”?`;
    const known = { code, start, end, message: `${message}${guess}` };
    this.list.push(suggestion === undefined ? known : { ...known, suggestion });
  }

  /** Guesses cost time, so that nobody looks for one when this is true. */
  get full(): boolean {
    return this.list.length >= filterLimits.problemsMax;
  }
}
