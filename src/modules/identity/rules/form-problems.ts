import type { Values } from "@/platform/i18n/fill";
import type { KeyOf } from "@/platform/i18n/types";

type Issue = {
  readonly code: string;
  readonly message: string;
  readonly minimum?: number | bigint | undefined;
  readonly maximum?: number | bigint | undefined;
};

type Problem = { key: KeyOf<"doors">; values?: Values } | { message: string };

/** What is wrong with a field of a form before the house, as a text that can be said in any language. */
export function problemOf(field: string, issue: Issue): Problem {
  const isShort = issue.code === "too_small";
  const isLong = issue.code === "too_big";
  const max = Number(issue.maximum ?? 0);
  const min = Number(issue.minimum ?? 0);
  switch (field) {
    case "name":
      return isLong ? { key: "nameLong", values: { max } } : { key: "nameMissing" };
    case "email":
      return { key: isLong ? "emailLong" : "emailNotWhole" };
    case "password":
      if (isLong) return { key: "passwordLong", values: { max } };
      return isShort && min > 1
        ? { key: "passwordShort", values: { min } }
        : { key: "passwordMissing" };
    case "token":
      return { key: "linkNotWhole" };
    default:
      return { message: issue.message };
  }
}

/** How long somebody waits, rounded up: nobody is told to come back too early. */
export function waitOf(ms: number): { key: "seconds" | "minutes"; count: number } {
  const seconds = Math.ceil(ms / 1_000);
  return seconds < 60
    ? { key: "seconds", count: seconds }
    : { key: "minutes", count: Math.ceil(seconds / 60) };
}
