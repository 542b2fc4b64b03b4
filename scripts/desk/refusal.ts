/** The reasons for which an answer is not given; the operator's contract names these and no others. */
export const refusalCodes = ["invalid", "no_working_time", "no_solution", "unreadable"] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Thrown by a verb that cannot answer; it takes the answer's place, and the other answers still come. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "Refusal";
    this.code = code;
  }
}
