"use client";

import { Refused } from "@/modules/responses/components/admin/refused";
import { useChange } from "@/modules/responses/components/admin/use-change";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { useNow } from "@/ui/now-provider";
import { SkeletonRows } from "@/ui/skeleton";
import { Time } from "@/ui/time";

interface DetailProps {
  readonly id: string;
  readonly zone: string;
  readonly locale: string;
}

function Excerpt({ label, text }: { label: string; text: string }) {
  if (text === "") return null;
  return (
    <figure>
      <figcaption className="text-ink-2 text-small">{label}</figcaption>
      <pre className="max-h-64 overflow-auto whitespace-pre-wrap break-all rounded-control bg-sunken p-2 font-mono text-small">
        {text}
      </pre>
    </figure>
  );
}

/** What was sent and answered, attempt by attempt, and the way to send it again. */
export function DeliveryDetail({ id, zone, locale }: DetailProps) {
  const utils = trpc.useUtils();
  const now = useNow();
  const { data } = trpc.webhooks.delivery.useQuery({ id });
  const replay = trpc.webhooks.replay.useMutation();
  const { change, busy, refused } = useChange();
  if (data === undefined) return <SkeletonRows rows={2} label="Loading the delivery" />;
  const again = () =>
    change(({ commandId }) => replay.mutateAsync({ commandId, id }), {
      done: "It is sent again, with the same id",
      next: () => void utils.webhooks.invalidate(),
    });
  return (
    <div className="flex flex-col gap-3 border-line border-t px-4 py-3 text-ui">
      <p className="break-all text-ink-2 text-small">Id on every attempt: {data.eventId}</p>
      {data.dueAt !== null && (
        <p>
          {"Next attempt: "}
          <Time value={data.dueAt} {...{ now, zone, locale }} style="full" />
        </p>
      )}
      {data.state !== "withdrawn" && (
        <Button className="self-start" busy={busy} onClick={() => void again()}>
          {data.state === "waiting" ? "Send now" : "Send again"}
        </Button>
      )}
      <Refused words={refused} />
      <Excerpt label="What is sent" text={data.body} />
      <ol aria-label="Attempts, the last one first" className="flex flex-col gap-3">
        {data.tries.map((attempt) => (
          <li key={attempt.number} className="flex flex-col gap-1">
            <p>
              {`Attempt ${attempt.number}, `}
              <Time value={attempt.at} {...{ now, zone, locale }} style="full" />
              {`: ${attempt.fault ?? `Answered ${attempt.status}.`} ${attempt.durationMs} ms`}
            </p>
            <Excerpt label="Headers" text={attempt.request} />
            <Excerpt label="Answer" text={attempt.response} />
          </li>
        ))}
      </ol>
    </div>
  );
}
