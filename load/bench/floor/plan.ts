/** Where a value of a statement comes from when the floor runs it again. */
export type Slot =
  | { from: "captured"; value: unknown }
  /** The number that the request asks for. */
  | { from: "request" }
  /** A column of what an earlier statement gave: of its first row, or of all rows. */
  | { from: "row"; statement: number; column: string; all: boolean }
  /** An id that a request makes anew; the same number is the same id. */
  | { from: "id"; id: number }
  /** A text with such ids in it. */
  | { from: "parts"; parts: readonly (string | number)[] }
  | { from: "clock" };

export type PlannedStatement = { name: string; text: string; slots: readonly Slot[] };

/** What the floor does for one operation: the statements that the procedure was seen to send. */
export type Plan = {
  operation: string;
  inTransaction: boolean;
  freshIds: number;
  statements: readonly PlannedStatement[];
};
