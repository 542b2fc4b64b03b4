/** How a form that was filled in by nobody differs from one that a person wrote. */
export type GuestForm = {
  /** A field that no person sees. */
  readonly trap: string;
  /** When the form was made, as our own signature says; null where nothing of ours says so. */
  readonly begunAtMs: number | null;
};

export type GuestVerdict =
  | { kind: "person" }
  /** It is answered as a person is, and nothing is kept: a robot learns nothing from it. */
  | { kind: "robot" }
  /** Nobody writes that fast; the true rest of the wait. */
  | { kind: "early"; waitMs: number }
  | { kind: "outdated" };

/** In this order: the trap, the signature, too soon, too late. */
export function judgeGuest(
  form: GuestForm,
  nowMs: number,
  bounds: { formMsMin: number; formMsMax: number },
): GuestVerdict {
  if (form.trap !== "") return { kind: "robot" };
  if (form.begunAtMs === null) return { kind: "outdated" };
  const sinceMs = nowMs - form.begunAtMs;
  if (sinceMs < bounds.formMsMin) return { kind: "early", waitMs: bounds.formMsMin - sinceMs };
  return sinceMs > bounds.formMsMax ? { kind: "outdated" } : { kind: "person" };
}
