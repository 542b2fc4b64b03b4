"use client";

import { Bell, CircleUserRound, Gauge, Inbox, Search } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useDemo } from "@/modules/demo/components/demo-context";
import { DemoStrip } from "@/modules/demo/components/demo-strip";
import { useAlerts } from "@/modules/notifications/components/use-alerts";
import { useMe } from "@/modules/tickets/components/me";
import { queueOf } from "@/modules/tickets/components/place";
import { usePlace } from "@/modules/tickets/components/use-place";
import { BottomBar } from "@/ui/shell/bottom-bar";
import { Shell } from "@/ui/shell/shell";
import { SkipLinks } from "@/ui/skip-links";
import { ConnectionStrip } from "./connection-strip";
import { ConsoleActions } from "./console-actions";
import { ConsoleNav } from "./console-nav";
import { NewVersionStrip } from "./new-version-strip";
import { SurgeStrip } from "./surge-strip";
import { useViewCounts } from "./use-view-counts";
import { useViews } from "./use-views";
import { ViewHeading } from "./view-heading";

const icon = { size: 20, "aria-hidden": true } as const;

interface ConsoleFrameProps {
  readonly show: "list" | "main";
  /** The list is all there is to see, as on a phone. */
  readonly wideList?: boolean | undefined;
  readonly list?: ((heading: ReactNode) => ReactNode) | undefined;
  readonly context?: ReactNode;
  readonly contextOpen?: boolean | undefined;
  readonly onContextOpenChange?: ((open: boolean) => void) | undefined;
  readonly mainLabel: string;
  readonly children: ReactNode;
}

/** The panes of the console around whatever a page puts into them. */
export function ConsoleFrame(props: ConsoleFrameProps) {
  const { show, list, context, mainLabel, children } = props;
  const me = useMe();
  const demo = useDemo();
  const path = usePathname();
  const place = usePlace();
  const known = useViews();
  const counts = useViewCounts();
  const unread = useAlerts();
  const [switching, setSwitching] = useState(false);
  const { view } = queueOf(place, known);
  const inQueue = path.startsWith("/tickets");
  return (
    <>
      <SkipLinks
        links={[
          ...(list ? [{ href: "#list", label: "Skip to list" } as const] : []),
          ...(props.wideList
            ? []
            : [
                {
                  href: "#main",
                  label: list ? "Skip to conversation" : "Skip to content",
                } as const,
              ]),
          ...(place.number === null
            ? []
            : [{ href: "#composer", label: "Skip to composer" } as const]),
        ]}
      />
      <ConsoleActions views={known} onSwitchView={() => setSwitching(true)} />
      <Shell
        show={show}
        wideList={props.wideList}
        listLabel="Queue"
        mainLabel={mainLabel}
        contextLabel="Context"
        context={context}
        contextOpen={props.contextOpen}
        onContextOpenChange={props.onContextOpenChange}
        strip={
          <>
            {demo !== null && <DemoStrip {...demo} stops />}
            <ConnectionStrip />
            <NewVersionStrip />
            {counts !== undefined && counts.surge > 0 && <SurgeStrip level={counts.surge} />}
          </>
        }
        nav={
          <ConsoleNav
            views={known}
            counts={counts}
            unread={unread}
            currentId={inQueue ? (view?.id ?? null) : null}
          />
        }
        list={list?.(
          <ViewHeading
            views={known}
            counts={counts}
            current={view}
            open={switching}
            onOpenChange={setSwitching}
          />,
        )}
        bottomBar={
          <BottomBar
            items={[
              { href: "/tickets", label: "Queue", icon: <Inbox {...icon} />, current: inQueue },
              {
                href: "/notifications",
                label: "Notifications",
                icon: <Bell {...icon} />,
                count: unread,
                countLabel: "unread",
                current: path === "/notifications",
              },
              {
                href: "/search",
                label: "Search",
                icon: <Search {...icon} />,
                current: path === "/search",
              },
              ...(me.role === "admin"
                ? [{ href: "/admin", label: "Admin", icon: <Gauge {...icon} /> }]
                : []),
              {
                href: "/me",
                label: "Me",
                icon: <CircleUserRound {...icon} />,
                current: path === "/me",
              },
            ]}
          />
        }
      >
        {children}
      </Shell>
    </>
  );
}
