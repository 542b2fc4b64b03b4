"use client";

import { type FormEvent, useState } from "react";
import { limits } from "@/platform/limits";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { policyWords } from "../../rules/scaling/policy-words";
import { ReasonField } from "../reason-field";
import { draftFieldNames, draftFields, draftOf, policyOf } from "./policy-draft";
import { PolicyTrial } from "./policy-trial";
import type { PageProps, Scaled } from "./scaling-page";
import { useSetPolicy } from "./use-set-policy";

/** A rule's numbers, what they would have done, and the button that makes them count. */
export function PolicyEditor({ scaled, zone, locale }: PageProps & { scaled: Scaled }) {
  const [draft, setDraft] = useState(() => draftOf(scaled.policy));
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const { apply, busy } = useSetPolicy(scaled);
  const { policy, errors } = policyOf(draft, scaled.policy.metric);
  const isChanged = draftFieldNames.some((name) => draft[name] !== draftOf(scaled.policy)[name]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (policy !== null && reason.trim() !== "") void apply(policy, reason.trim());
  };
  return (
    <>
      <Card title="Rule">
        <form onSubmit={submit} className="flex flex-col gap-4">
          <div className="grid gap-4 md:grid-cols-2 wide:grid-cols-4">
            {draftFieldNames.map((name) => (
              <Field key={name} label={labelOf(name)} error={errors?.[name]}>
                {(control) => (
                  <Input
                    {...control}
                    inputMode="decimal"
                    autoComplete="off"
                    value={draft[name]}
                    onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
                  />
                )}
              </Field>
            ))}
          </div>
          <p className="max-w-prose text-ui">
            {policy === null ? "This rule contradicts itself." : policyWords(policy)}
          </p>
          <ReasonField
            reason={reason}
            charsMax={limits.scalingReasonCharsMax}
            asked={asked}
            onReason={setReason}
          />
          <div>
            <Button
              type="submit"
              variant="primary"
              busy={busy}
              disabledReason={
                !isChanged
                  ? "Nothing is changed"
                  : policy === null
                    ? "Mend what is wrong first"
                    : null
              }
            >
              Apply rule
            </Button>
          </div>
        </form>
      </Card>
      <PolicyTrial scaled={scaled} draft={isChanged ? policy : null} zone={zone} locale={locale} />
    </>
  );
}

/** Both directions have the same words in the form; alone they need theirs. */
function labelOf(name: keyof typeof draftFields): string {
  const direction = name.startsWith("up") ? "Up: " : name.startsWith("down") ? "Down: " : "";
  const words = draftFields[name];
  return direction === "" ? words : `${direction}${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
