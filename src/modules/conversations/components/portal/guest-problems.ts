import type { Say } from "@/platform/i18n/client";
import type { GuestFormState } from "./guest-state";
import { askProblems, type PortalLimits } from "./problems";

const looksWhole = (email: string) => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u.test(email);

/** What is wrong with a question of somebody without an account, in the order of its fields. */
export function guestProblems(
  { name, email, subject, body }: GuestFormState["values"],
  limits: Pick<PortalLimits, "subjectCharsMax" | "bodyCharsMax">,
  filesCount: number,
  { say, box }: { say: Say<"guest">; box: Say<"box"> },
): GuestFormState["problems"] {
  const missing = name === "" ? [{ field: "name", message: say("nameMissing") } as const] : [];
  const broken = looksWhole(email)
    ? []
    : [{ field: "email", message: say("emailNotWhole") } as const];
  return [...missing, ...broken, ...askProblems({ subject, body, filesCount }, limits, box)];
}
