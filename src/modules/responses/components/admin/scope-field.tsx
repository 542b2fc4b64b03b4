"use client";

import { usePeople } from "@/modules/tickets/components/ticket/use-people";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import type { Scope } from "../../types";
import { useKeeper } from "./admin-page";

const choiceOf = (scope: Scope) => (scope.kind === "team" ? scope.teamId : scope.kind);

/** Who may use it. */
export function ScopeField({
  scope,
  onChange,
}: {
  scope: Scope;
  onChange: (scope: Scope) => void;
}) {
  const { teams } = usePeople();
  const keeper = useKeeper();
  return (
    <Field label="Who may use it">
      {(control) => (
        <Select
          {...control}
          value={choiceOf(scope)}
          onChange={({ target: { value } }) =>
            onChange(
              value === "everyone" || value === "personal"
                ? { kind: value }
                : { kind: "team", teamId: value },
            )
          }
          options={[
            ...(keeper === "admin"
              ? [{ value: "everyone", label: "Everybody who works here" }]
              : []),
            ...teams.map(({ id, name }) => ({ value: id, label: `The team ${name}` })),
            { value: "personal", label: "Only you" },
          ]}
        />
      )}
    </Field>
  );
}

/** What somebody who makes one most likely wants. */
export const firstScope = (keeper: "admin" | "agent"): Scope =>
  keeper === "admin" ? { kind: "everyone" } : { kind: "personal" };

/** What everybody uses is for admins to change. */
export const isKept = (keeper: "admin" | "agent", scope: Scope): boolean =>
  keeper === "admin" || scope.kind !== "everyone";

export const scopeWords = ({ scope, teamName }: { scope: Scope; teamName: string | null }) =>
  scope.kind === "everyone"
    ? "everybody"
    : scope.kind === "personal"
      ? "only you"
      : `the team ${teamName ?? "that was put away"}`;
