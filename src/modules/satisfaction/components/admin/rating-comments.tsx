"use client";

import { useMe } from "@/modules/tickets/components/me";
import { trpc } from "@/trpc/client";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { useNow } from "@/ui/now-provider";
import { SkeletonRows } from "@/ui/skeleton";
import { TextLink } from "@/ui/text-link";
import { Time } from "@/ui/time";

/** What customers wrote, the newest first. */
export function RatingComments() {
  const now = useNow();
  const { timeZone: zone, locale } = useMe();
  const query = trpc.satisfaction.comments.useInfiniteQuery(
    {},
    { getNextPageParam: (page) => page.next ?? undefined, initialCursor: undefined },
  );
  const comments = query.data?.pages.flatMap((page) => page.comments);
  return (
    <Card title="In their words">
      {comments === undefined && <SkeletonRows rows={4} label="Loading comments" />}
      {comments?.length === 0 && <p className="text-ink-2 text-ui">Nobody has written yet.</p>}
      <ul className="flex flex-col gap-4">
        {comments?.map((one) => (
          <li key={one.id} className="flex flex-col gap-1 text-ui">
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone={one.isGood ? "good" : "bad"}>{one.isGood ? "Good" : "Not good"}</Badge>
              <TextLink href={`/tickets/${one.number}`}>
                #{one.number} {one.subject}
              </TextLink>
            </p>
            <p className="whitespace-pre-wrap break-words">{one.comment}</p>
            <p className="text-ink-3 text-small">
              {one.requester}, about {one.agent ?? "nobody in particular"} ·{" "}
              <Time value={one.ratedAt} now={now} zone={zone} locale={locale} />
            </p>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button className="mt-3" onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Card>
  );
}
