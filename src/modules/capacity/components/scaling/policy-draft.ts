import type { StepPolicy } from "../../rules/step-policy";
import { stepPolicySchema } from "../../schema";

/** A policy as it is being written: texts, so that nothing typed is lost. */
export const draftFields = {
  min: "Fewest",
  max: "Most",
  above: "One more above",
  upFor: "For so long, in seconds",
  upRest: "Then rest, in seconds",
  below: "One fewer below",
  downFor: "For so long, in seconds",
  downRest: "Then rest, in seconds",
} as const;
export type DraftField = keyof typeof draftFields;
export type PolicyDraft = Readonly<Record<DraftField, string>>;
const isDraftField = (name: string): name is DraftField => name in draftFields;
export const draftFieldNames = Object.keys(draftFields).filter(isDraftField);

export function draftOf({ min, max, scaleUp, scaleDown }: StepPolicy): PolicyDraft {
  const down = scaleDown ?? { below: "", forSeconds: "", cooldownSeconds: "" };
  return {
    min: String(min),
    max: String(max),
    above: String(scaleUp.above),
    upFor: String(scaleUp.forSeconds),
    upRest: String(scaleUp.cooldownSeconds),
    below: String(down.below),
    downFor: String(down.forSeconds),
    downRest: String(down.cooldownSeconds),
  };
}

const fieldOfPath: Readonly<Record<string, DraftField>> = {
  min: "min",
  max: "max",
  "scaleUp.above": "above",
  "scaleUp.forSeconds": "upFor",
  "scaleUp.cooldownSeconds": "upRest",
  "scaleDown.below": "below",
  "scaleDown.forSeconds": "downFor",
  "scaleDown.cooldownSeconds": "downRest",
};

export type DraftErrors = Partial<Record<DraftField, string>>;

const numberOf = (text: string) => (text.trim() === "" ? Number.NaN : Number(text));

/** The policy that a draft says, or what is wrong with it; checked as the server checks it. */
export function policyOf(
  draft: PolicyDraft,
  metric: string,
): { policy: StepPolicy; errors: null } | { policy: null; errors: DraftErrors } {
  const unreadable = draftFieldNames.filter((name) => !Number.isFinite(numberOf(draft[name])));
  if (unreadable.length > 0)
    return {
      policy: null,
      errors: Object.fromEntries(unreadable.map((name) => [name, "Give a number."])),
    };
  const checked = stepPolicySchema.safeParse({
    metric,
    min: numberOf(draft.min),
    max: numberOf(draft.max),
    scaleUp: {
      above: numberOf(draft.above),
      forSeconds: numberOf(draft.upFor),
      cooldownSeconds: numberOf(draft.upRest),
    },
    scaleDown: {
      below: numberOf(draft.below),
      forSeconds: numberOf(draft.downFor),
      cooldownSeconds: numberOf(draft.downRest),
    },
  });
  if (checked.success) return { policy: checked.data, errors: null };
  const errors: DraftErrors = {};
  for (const { path, message } of checked.error.issues)
    errors[fieldOfPath[path.join(".")] ?? "min"] ??= `${message}.`;
  return { policy: null, errors };
}
