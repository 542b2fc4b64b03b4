"use client";

import { lazy, Suspense, useState } from "react";
import { AdminPage, AdminRow, AdminRows } from "@/modules/responses/components/admin/admin-page";
import { Refused } from "@/modules/responses/components/admin/refused";
import { useChange } from "@/modules/responses/components/admin/use-change";
import { trpc } from "@/trpc/client";
import { AlertDialog } from "@/ui/alert-dialog";
import { Button } from "@/ui/button";
import { Coming } from "@/ui/coming";
import { EmptyState } from "@/ui/empty-state";
import { HealthGlyph } from "@/ui/glyphs";
import { useNow } from "@/ui/now-provider";
import { SkeletonRows } from "@/ui/skeleton";
import { TextLink } from "@/ui/text-link";
import { Time } from "@/ui/time";
import {
  type EndpointView,
  healthOfEndpoint,
  lastDayWords,
  webhooksSentence,
} from "./endpoint-words";
import type { ShownSecret } from "./secret-dialog";

const EndpointDialog = lazy(() => import("./endpoint-dialog"));
const SecretDialog = lazy(() => import("./secret-dialog"));

const refreshMs = 10_000;

type Asking = { what: "make" } | { what: "edit" | "remove" | "rotate"; endpoint: EndpointView };

interface PageProps {
  readonly zone: string;
  readonly locale: string;
}

/** Does it get through? Every receiver, how it is, and what to do about it. */
export function WebhooksPage({ zone, locale }: PageProps) {
  const utils = trpc.useUtils();
  const query = trpc.webhooks.list.useQuery(undefined, { refetchInterval: refreshMs });
  const [asking, setAsking] = useState<Asking | null>(null);
  const [secret, setSecret] = useState<ShownSecret | null>(null);
  const remove = trpc.webhooks.remove.useMutation();
  const rotate = trpc.webhooks.rotate.useMutation();
  const { change, refused } = useChange();
  const again = () => void utils.webhooks.invalidate();
  const close = () => setAsking(null);
  const endpoints = query.data?.endpoints;
  return (
    <AdminPage
      title="Webhooks"
      says={
        endpoints === undefined ? "Looking whether it gets through." : webhooksSentence(endpoints)
      }
      action={
        <Button variant="primary" onClick={() => setAsking({ what: "make" })}>
          New webhook
        </Button>
      }
    >
      <Refused words={refused} />
      {endpoints === undefined && query.error === null && (
        <SkeletonRows rows={3} label="Loading webhooks" />
      )}
      {query.error !== null && (
        <p className="text-ui text-warn">
          The last question was not answered. What stands here is older.
        </p>
      )}
      {endpoints?.length === 0 && (
        <EmptyState title="No webhooks yet">
          A webhook posts what happens here to an address of yours, so that other systems can act on
          it.
        </EmptyState>
      )}
      {endpoints !== undefined && endpoints.length > 0 && (
        <AdminRows label="Webhooks">
          {endpoints.map((endpoint) => (
            <Endpoint
              key={endpoint.id}
              {...{ endpoint, zone, locale }}
              onAsk={(what) => setAsking({ what, endpoint })}
              onDone={again}
            />
          ))}
        </AdminRows>
      )}
      <Suspense fallback={<Coming />}>
        {(asking?.what === "make" || asking?.what === "edit") && (
          <EndpointDialog
            endpoint={asking.what === "edit" ? asking.endpoint : null}
            onClose={close}
            onDone={again}
            onSecret={setSecret}
          />
        )}
        {secret !== null && <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
      </Suspense>
      {asking?.what === "rotate" && (
        <AlertDialog
          open
          onOpenChange={(open) => !open && close()}
          title={`Make a new secret for ${asking.endpoint.name}?`}
          loses="The present secret goes on signing beside the new one for 24 hours. Enter the new one at the receiver within that time."
          confirm="Make a new secret"
          onConfirm={() =>
            void change(
              async ({ commandId }) => {
                const { id, version, name } = asking.endpoint;
                const made = await rotate.mutateAsync({ commandId, id, version });
                setSecret({ name, secret: made.secret });
              },
              { done: "The new secret signs", next: again },
            )
          }
        />
      )}
      {asking?.what === "remove" && (
        <AlertDialog
          open
          onOpenChange={(open) => !open && close()}
          title={`Delete ${asking.endpoint.name}?`}
          loses="Its log goes with it, and what still waits is not sent. This cannot be undone."
          confirm="Delete webhook"
          onConfirm={() =>
            void change(
              ({ commandId }) => remove.mutateAsync({ commandId, id: asking.endpoint.id }),
              { done: `${asking.endpoint.name} deleted`, next: again },
            )
          }
        />
      )}
    </AdminPage>
  );
}

interface EndpointProps extends PageProps {
  readonly endpoint: EndpointView;
  readonly onAsk: (what: "edit" | "remove" | "rotate") => void;
  readonly onDone: () => void;
}

function Endpoint({ endpoint, zone, locale, onAsk, onDone }: EndpointProps) {
  const now = useNow(refreshMs);
  const turn = trpc.webhooks.switch.useMutation();
  const test = trpc.webhooks.test.useMutation();
  const { change, refused } = useChange();
  const { health, says } = healthOfEndpoint(endpoint);
  const { id, version, name } = endpoint;
  const isOff = endpoint.off !== null;
  const since = endpoint.off?.at ?? endpoint.failingSince;
  const toggle = () =>
    change(({ commandId }) => turn.mutateAsync({ commandId, id, version, on: isOff }), {
      done: isOff ? `${name} is on` : `${name} is off`,
      next: onDone,
    });
  const sendTest = () =>
    change(({ commandId }) => test.mutateAsync({ commandId, id }), {
      done: "The test is on its way; its log shows what became of it",
      next: onDone,
    });
  return (
    <AdminRow
      name={<TextLink href={`/admin/webhooks/${id}`}>{name}</TextLink>}
      facts={
        <>
          <span className="flex items-center gap-2">
            <HealthGlyph health={health} name="" />
            <span>
              {says}
              {since !== null && (
                <>
                  {" since "}
                  <Time value={since} {...{ now, zone, locale }} />
                </>
              )}
              . {lastDayWords(endpoint, locale)}.
            </span>
          </span>
          <span className="block break-all">{endpoint.url}</span>
          <span className="block">{endpoint.events.join(", ")}</span>
          {endpoint.secretBeforeUntil !== null && (
            <span className="block">
              {"The secret before signs, too, until "}
              <Time value={endpoint.secretBeforeUntil} {...{ now, zone, locale }} style="full" />
            </span>
          )}
          <Refused words={refused} />
        </>
      }
      actions={
        <>
          <Button
            aria-label={`Switch ${name} ${isOff ? "on" : "off"}`}
            onClick={() => void toggle()}
          >
            {isOff ? "Switch on" : "Switch off"}
          </Button>
          <Button
            aria-label={`Send a test to ${name}`}
            disabledReason={isOff ? "Switch it on first" : null}
            onClick={() => void sendTest()}
          >
            Send a test
          </Button>
          <Button aria-label={`Edit ${name}`} onClick={() => onAsk("edit")}>
            Edit
          </Button>
          <Button aria-label={`New secret for ${name}`} onClick={() => onAsk("rotate")}>
            New secret
          </Button>
          <Button aria-label={`Delete ${name}`} onClick={() => onAsk("remove")}>
            Delete
          </Button>
        </>
      }
    />
  );
}
