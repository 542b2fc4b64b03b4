"use client";

import { statusWords } from "@/modules/tickets/client";
import { trpc } from "@/trpc/client";
import { StatusGlyph } from "@/ui/glyphs";
import { usePlace } from "../use-place";

interface SimilarListProps {
  readonly subject: string;
  readonly tags?: readonly string[] | undefined;
  readonly requesterId?: string | undefined;
  readonly exceptId?: string | undefined;
  /** What is said where there is none; nothing where it would only take room. */
  readonly none?: string | undefined;
  /** Leaves what one is in, before a ticket opens. */
  readonly onOpen?: (() => void) | undefined;
}

const askAgainMs = 60_000;

/** Tickets about the same; each opens at a click. */
export function SimilarList(props: SimilarListProps) {
  const { subject, tags = [], requesterId, exceptId, none, onOpen } = props;
  const { href, go } = usePlace();
  const query = trpc.tickets.similar.useQuery(
    { subject, tags: [...tags], requesterId, exceptId },
    { staleTime: askAgainMs },
  );
  const found = query.data?.tickets ?? [];
  if (found.length === 0)
    return none === undefined || query.data === undefined ? null : (
      <p className="text-ink-2 text-ui">{none}</p>
    );
  return (
    <ul className="flex flex-col">
      {found.map((one) => (
        <li key={one.id}>
          <a
            href={href({ number: one.number })}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onOpen?.();
              go({ number: one.number });
            }}
            className="flex min-h-control items-center gap-2 text-ink text-ui no-underline hover:underline"
          >
            <StatusGlyph status={one.status} name={statusWords[one.status]} />
            <span className="min-w-0 flex-1 truncate">{one.subject}</span>
            <span className="text-ink-3 text-small tabular-nums">#{one.number}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
