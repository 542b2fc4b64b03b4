"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/ui/error-summary";
import { PlainButton } from "@/ui/plain-button";
import { useSay } from "@/ui/words";
import { untouched } from "../rules/form-state";
import type { FormAction } from "../types";

const doors = [
  { label: "demoAgent", email: "mia@demo.insightdesk.local" },
  { label: "demoCustomer", email: "jonas@demo.insightdesk.local" },
  { label: "demoAdmin", email: "ada@demo.insightdesk.local" },
] as const;

/** The three ways into the demo, one click each. */
export function DemoDoors({ action }: { readonly action: FormAction }) {
  const say = useSay("doors");
  const [state, send, busy] = useActionState(action, untouched);
  const refusal =
    state.refusal === null ? [] : [{ id: "demo-0", label: say("notDone"), message: state.refusal }];
  return (
    <div className="flex flex-col gap-2">
      <ErrorSummary errors={refusal} attempt={state.attempt} />
      {doors.map(({ label, email }, index) => (
        <form key={email} action={send}>
          <input type="hidden" name="email" value={email} />
          <PlainButton id={`demo-${index}`} type="submit" busy={busy} className="w-full">
            {say(label)}
          </PlainButton>
        </form>
      ))}
    </div>
  );
}
