import Link from "next/link";
import { RequestStatus } from "@/modules/tickets/components/portal/request-status";
import type { Say } from "@/platform/i18n/client";
import { TextLink } from "@/ui/text-link";
import type { FoundRequest } from "../../schema";

interface FoundRequestsProps {
  readonly say: Say<"search">;
  readonly asked: string;
  readonly found: readonly FoundRequest[];
}

/** The requests that say what was asked for, with the words marked. */
export function FoundRequests({ say, asked, found }: FoundRequestsProps) {
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="text-body">
        {say("found", { count: found.length, asked })} {found.length === 0 && say("other")}
      </p>
      {found.length > 0 && (
        <ul className="overflow-hidden rounded-card border border-line bg-surface">
          {found.map(({ row, hit }) => (
            <li key={row.id} className="border-line border-t first:border-t-0">
              <Link
                href={`/portal/requests/${row.number}`}
                prefetch={false}
                className="flex flex-col gap-0.5 px-4 py-3 text-ink no-underline hover:bg-hover focus-visible:-outline-offset-2"
              >
                <span className="flex items-baseline gap-2">
                  <span className="min-w-0 flex-1 break-words">{row.subject}</span>
                  <span className="text-ink-2 text-ui tabular-nums">#{row.number}</span>
                </span>
                {hit && (
                  <span className="line-clamp-2 break-words text-ink-2 text-ui">
                    {hit.pieces
                      .map((piece, place) => ({ ...piece, place }))
                      .map(({ text, hit: isHit, place }) =>
                        isHit ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
                      )}
                  </span>
                )}
                <RequestStatus status={row.status} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p className="text-ui">
        <TextLink href="/portal">{say("back")}</TextLink>
      </p>
    </div>
  );
}
