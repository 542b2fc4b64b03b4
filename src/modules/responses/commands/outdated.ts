import { AppError } from "@/platform/errors";
import type { Missing } from "../types";

/** The refusal that names everything a macro asks for and does not get. */
export const outdated = (missing: readonly Missing[]): AppError =>
  new AppError("macro_outdated", {
    detail: {
      missing: missing.map(({ kind, name }) => `${kind}: ${name}`),
      says: missing.map(({ says }) => says).join(". "),
    },
  });
