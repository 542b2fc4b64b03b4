"use client";

import { lazy, type ReactNode, Suspense, useState } from "react";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { DescriptionList } from "@/ui/description-list";
import { ErrorState } from "@/ui/error-state";
import { RadioGroup } from "@/ui/radio-group";
import { SkeletonRows } from "@/ui/skeleton";
import { TextLink } from "@/ui/text-link";
import { toast } from "@/ui/toast-store";
import { refreshMs, roleWords, sessionWords } from "./words";

const AlertDialog = lazy(() =>
  import("@/ui/alert-dialog").then(({ AlertDialog }) => ({ default: AlertDialog })),
);

const roles = [
  { value: "customer", label: "Customer", hint: "Asks, and sees their own requests." },
  { value: "agent", label: "Agent", hint: "Works on tickets." },
  { value: "admin", label: "Admin", hint: "Also lets people in and changes how all works." },
] as const;

interface PersonPageProps {
  readonly userId: string;
  /** What they leave behind, where that is the page's matter. */
  readonly children?: ReactNode;
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** One person: what they are, whether they may come in, and what they hold. */
export function PersonPage({ userId, children }: PersonPageProps) {
  const query = trpc.identity.person.useQuery({ userId }, { refetchInterval: refreshMs });
  const utils = trpc.useUtils();
  const changeRole = trpc.identity.changeRole.useMutation();
  const suspend = trpc.identity.suspend.useMutation();
  const reinstate = trpc.identity.reinstate.useMutation();
  const [asking, setAsking] = useState(false);
  const person = query.data;

  const doing = async <Answer,>(
    work: Promise<Answer>,
    said: (answer: Answer) => { text: string; undo?: () => void },
  ) => {
    try {
      toast(said(await work));
    } catch (error) {
      toast({ tone: "bad", text: wordsOf(error) });
    }
    void utils.identity.invalidate();
  };

  if (person === undefined)
    return query.error === null ? (
      <SkeletonRows rows={6} label="Loading the person" />
    ) : (
      <ErrorState title="This person could not be loaded" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    );

  const { name } = person;
  const setRole = (role: string, undoable = true) =>
    void doing(changeRole.mutateAsync({ commandId: newId(), userId, role }), () => ({
      text: `${name} is ${roles.find(({ value }) => value === role)?.label ?? role} now`,
      ...(undoable ? { undo: () => setRole(person.role, false) } : {}),
    }));
  const shutOut = () =>
    void doing(suspend.mutateAsync({ commandId: newId(), userId }), ({ sessionsEnded }) => ({
      text: `${name} is suspended: ${sessionWords(sessionsEnded)}`,
    }));
  const letIn = () =>
    void doing(reinstate.mutateAsync({ commandId: newId(), userId }), () => ({
      text: `${name} may sign in again`,
    }));
  const isOut = person.suspendedAt !== null;

  return (
    <div className="mx-auto flex w-full max-w-large flex-col gap-4 p-4 md:p-6">
      <TextLink href="/admin/people">People</TextLink>
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="text-title">{name}</h1>
        <Badge tone={person.role === "admin" ? "accent" : "neutral"}>
          {roleWords[person.role]}
        </Badge>
        {isOut && <Badge tone="bad">Suspended</Badge>}
      </div>
      <Card title="Account">
        <DescriptionList
          items={[
            { term: "E-mail", value: person.email },
            ...(person.addressesBefore.length === 0
              ? []
              : [{ term: "E-mail before", value: person.addressesBefore.join(", ") }]),
            { term: "Teams", value: person.teams.map((team) => team.name).join(", ") || "None" },
            { term: "Organization", value: person.organization?.name ?? "None" },
            { term: "Signed in on", value: devices(person.sessions) },
          ]}
        />
      </Card>
      <Card title="Role">
        <RadioGroup
          label="What they may do"
          name="role"
          options={roles}
          value={person.role}
          onValueChange={(role) => setRole(role)}
        />
        <p className="mt-3">
          <TextLink href="/admin/people/roles">Who may do what?</TextLink>
        </p>
      </Card>
      {children}
      <Card title="Access">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-body text-ink-2">
            {isOut
              ? `${name} cannot sign in. What they wrote stays.`
              : `A suspension ends what ${name} is signed in to at once. What they wrote stays.`}
          </p>
          {isOut ? (
            <Button busy={reinstate.isPending} onClick={letIn}>
              Reinstate {name}
            </Button>
          ) : (
            <Button variant="danger" busy={suspend.isPending} onClick={() => setAsking(true)}>
              Suspend {name}
            </Button>
          )}
        </div>
      </Card>
      {asking && (
        <Suspense fallback={null}>
          <AlertDialog
            open
            onOpenChange={setAsking}
            title={`Suspend ${name}?`}
            loses={`${devices(person.sessions)} signed out at once, and whatever is not saved there is lost. You can reinstate ${name} at any time.`}
            confirm={`Suspend ${name}`}
            cancel="Keep access"
            onConfirm={shutOut}
          />
        </Suspense>
      )}
    </div>
  );
}

const devices = (count: number) => (count === 1 ? "1 device" : `${count} devices`);
