import type { RequestRow } from "@/modules/tickets/client";
import { RequestStatus } from "@/modules/tickets/components/portal/request-status";
import { useNow } from "@/ui/now-provider";
import { SoftLink } from "@/ui/soft-link";
import { Time } from "@/ui/time";
import { useSay } from "@/ui/words";

interface RequestHeadProps {
  readonly row: RequestRow;
  readonly me: { readonly id: string; readonly timeZone: string; readonly locale: string };
}

/** What a request is about, and where it stands. */
export function RequestHead({ row, me }: RequestHeadProps) {
  const say = useSay("request");
  const now = useNow();
  const mine = row.requester.id === me.id;
  return (
    <header className="flex flex-col gap-2">
      <SoftLink
        href="/portal"
        className="inline-flex min-h-control items-center self-start text-link text-ui underline"
      >
        {say("back")}
      </SoftLink>
      <h1 className="break-words text-display">{row.subject}</h1>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-ui">
        <RequestStatus status={row.status} />
        <span className="tabular-nums">#{row.number}</span>
        {!mine && <span>{say("asked", { name: row.requester.name })}</span>}
        <Time value={row.createdAt} now={now} zone={me.timeZone} locale={me.locale} />
      </p>
    </header>
  );
}
