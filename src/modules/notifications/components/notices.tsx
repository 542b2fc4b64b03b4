"use client";

import { useLiveRoom } from "@/live/use-live-room";
import { useMe } from "@/modules/tickets/components/me";
import { newId } from "@/platform/ids";
import { rooms } from "@/platform/realtime/rooms";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { HealthGlyph } from "@/ui/glyphs";
import { TextLink } from "@/ui/text-link";

const healthOf = { good: "ok", warning: "warning", critical: "critical" } as const;

/** What one is told of the installation, above the tickets; only those who run it get any. */
export function Notices() {
  const me = useMe();
  const query = trpc.notifications.notices.useQuery();
  const read = trpc.notifications.readNotices.useMutation();
  const again = () => void query.refetch();
  useLiveRoom(rooms.person(me.id), {
    asOf: query.data?.asOf,
    onEvent: (event) => {
      if (event.name === "notification.noticed") again();
    },
    onGap: again,
  });
  const notices = query.data?.notices ?? [];
  if (notices.length === 0) return null;
  return (
    <section aria-label="The installation" className="border-line border-b bg-sunken px-4 py-3">
      <ul className="flex flex-col gap-2">
        {notices.map(({ id, level, title, says, path }) => (
          <li key={id} className="flex items-start gap-2 text-ui">
            <HealthGlyph health={healthOf[level]} className="mt-0.5 shrink-0" />
            <p className="min-w-0">
              <TextLink href={path}>{level === "good" ? `Over: ${title}` : title}</TextLink>
              <span className="block break-words text-ink-2 text-small">{says}</span>
            </p>
          </li>
        ))}
      </ul>
      <Button
        className="mt-2"
        onClick={() => void read.mutateAsync({ commandId: newId() }).then(again, again)}
      >
        Mark these read
      </Button>
    </section>
  );
}
