"use client";

import { useMemo, useState } from "react";
import { useNow } from "@/ui/now-provider";
import { type FullPlan, fullPlan } from "../../rules/planner/full-plan";
import {
  addressOf,
  type InputError,
  inputsOf,
  type PlanTexts,
  readTexts,
} from "../../rules/planner/inputs";
import { type Measured, measuredLines } from "../../rules/planner/measured";

const nowStepMs = 3_600_000;

export type Planned =
  | { readonly plan: FullPlan; readonly errors: null }
  | { readonly plan: null; readonly errors: readonly InputError[] };

type Read = { now: Date; measured: Measured | null; locale: string };

function planned(texts: PlanTexts, { now, measured, locale }: Read): Planned {
  const { inputs, errors } = inputsOf(texts);
  if (inputs === null) return { plan: null, errors };
  const plan = fullPlan(inputs, now, locale);
  const beside = measured === null ? [] : measuredLines(inputs, measured, locale);
  return { plan: { ...plan, lines: [...plan.lines, ...beside] }, errors: null };
}

const textsOf = (address: string) => {
  const read = new URLSearchParams(address);
  return readTexts((name) => read.get(name));
};

/** A plan and the one it is compared with, both kept in the page's address. */
export function usePlan(startAddress: string, measured: Measured | null, locale: string) {
  const now = useNow(nowStepMs);
  const [texts, setTexts] = useState(() => textsOf(startAddress));
  const [other, setOther] = useState(() => new URLSearchParams(startAddress).get("with"));
  const keep = (next: PlanTexts, compared: string | null) => {
    setTexts(next);
    setOther(compared);
    const address = new URLSearchParams(addressOf(next));
    if (compared !== null) address.set("with", compared);
    const query = address.toString();
    window.history.replaceState(null, "", query === "" ? "/admin/planner" : `?${query}`);
  };
  return {
    texts,
    planned: useMemo(
      () => planned(texts, { now, measured, locale }),
      [texts, now, measured, locale],
    ),
    compared: useMemo(
      () => (other === null ? null : planned(textsOf(other), { now, measured, locale })),
      [other, now, measured, locale],
    ),
    change: (part: Partial<PlanTexts>) => keep({ ...texts, ...part }, other),
    replace: (next: PlanTexts) => keep(next, other),
    /** Keeps this plan beside the next; once more forgets it. */
    compare: () => keep(texts, other === null ? addressOf(texts) : null),
    /** Puts a kept plan beside this one. */
    compareWith: (address: string) => keep(texts, address),
    open: (address: string) => keep(textsOf(address), other),
  };
}
