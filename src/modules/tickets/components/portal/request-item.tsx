import { Badge } from "@/ui/badge";
import { cx } from "@/ui/cx";
import { useNow } from "@/ui/now-provider";
import { SoftLink } from "@/ui/soft-link";
import { Time } from "@/ui/time";
import { useSay } from "@/ui/words";
import type { RequestRow } from "../../schema";
import { RequestStatus } from "./request-status";

interface RequestItemProps {
  readonly row: RequestRow;
  readonly unread: boolean;
  readonly zone: string;
  readonly locale: string;
}

/** One request of the list; the whole of it leads there. */
export function RequestItem({ row, unread, zone, locale }: RequestItemProps) {
  const say = useSay("list");
  const now = useNow();
  return (
    <li className="border-line border-t first:border-t-0">
      <SoftLink
        href={`/portal/requests/${row.number}`}
        className="flex flex-col gap-0.5 px-4 py-3 text-ink no-underline hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="flex items-baseline gap-2">
          <span className={cx("min-w-0 flex-1 break-words", unread && "font-semibold")}>
            {row.subject}
          </span>
          {unread && <Badge tone="accent">{say("news")}</Badge>}
        </span>
        <span className="line-clamp-1 break-all text-ink-2 text-ui">{row.lastWords}</span>
        <span className="mt-1 flex flex-wrap items-center gap-x-3 text-ink-2 text-ui">
          <RequestStatus status={row.status} />
          <span className="ms-auto tabular-nums">#{row.number}</span>
          <Time value={row.updatedAt} now={now} zone={zone} locale={locale} focusable={false} />
        </span>
      </SoftLink>
    </li>
  );
}
