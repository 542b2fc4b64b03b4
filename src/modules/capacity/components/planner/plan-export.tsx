"use client";

import { Button } from "@/ui/button";
import { toast } from "@/ui/toast";
import { planCsv, planJson } from "../../rules/planner/export";
import type { FullPlan } from "../../rules/planner/full-plan";
import type { PlanTexts } from "../../rules/planner/inputs";
import { saveFile } from "../save-file";

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(window.location.href);
    toast({ text: "The link to this plan is copied." });
  } catch {
    toast({ text: "The browser does not let us copy: take it from the address bar.", tone: "bad" });
  }
}

/** Takes a plan along: as a link, as a table, as data. */
export function PlanExport({ plan, texts }: { plan: FullPlan; texts: PlanTexts }) {
  return (
    <>
      <Button onClick={() => void copyLink()}>Copy link</Button>
      <Button onClick={() => saveFile("plan.csv", "text/csv", planCsv(plan))}>Save as CSV</Button>
      <Button onClick={() => saveFile("plan.json", "application/json", planJson(texts, plan))}>
        Save as JSON
      </Button>
    </>
  );
}
