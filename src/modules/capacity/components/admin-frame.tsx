"use client";

import {
  Activity,
  AlarmClock,
  Calculator,
  CalendarClock,
  Gauge,
  Inbox,
  ListOrdered,
  ListPlus,
  Mails,
  MessageSquareText,
  Scaling,
  Tag,
  Target,
  Timer,
  Users,
  UsersRound,
  Zap,
} from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { SignOutButton } from "@/modules/identity/client";
import { TrpcProvider } from "@/trpc/provider";
import { ActionsProvider } from "@/ui/actions/provider";
import { useActions } from "@/ui/actions/use-actions";
import { Announcer } from "@/ui/announcer";
import { NowProvider } from "@/ui/now-provider";
import { BottomBar } from "@/ui/shell/bottom-bar";
import { NavItem, NavSection } from "@/ui/shell/nav";
import { Shell } from "@/ui/shell/shell";
import { SkipLinks } from "@/ui/skip-links";
import { Toaster } from "@/ui/toaster";

const icon = { size: 20, "aria-hidden": true } as const;

const places = [
  { href: "/admin", label: "Overview", icon: <Gauge {...icon} /> },
  { href: "/admin/objectives", label: "Objectives", icon: <Target {...icon} /> },
  { href: "/admin/budgets", label: "Budgets", icon: <Timer {...icon} /> },
  { href: "/admin/queues", label: "Queues", icon: <ListOrdered {...icon} /> },
  { href: "/admin/scaling", label: "Scaling", icon: <Scaling {...icon} /> },
  { href: "/admin/planner", label: "Planner", icon: <Calculator {...icon} /> },
  { href: "/admin/processes", label: "Processes", icon: <Activity {...icon} /> },
  { href: "/admin/people", label: "People", icon: <Users {...icon} /> },
  { href: "/admin/mailbox", label: "Mailbox", icon: <Mails {...icon} /> },
  { href: "/admin/sla", label: "SLA policies", icon: <AlarmClock {...icon} /> },
  { href: "/admin/calendars", label: "Calendars", icon: <CalendarClock {...icon} /> },
  { href: "/tickets", label: "Tickets", icon: <Inbox {...icon} /> },
] as const;

/** What agents work with, and who they are. */
const setUp = [
  { href: "/admin/fields", label: "Fields", icon: <ListPlus {...icon} /> },
  { href: "/admin/tags", label: "Tags", icon: <Tag {...icon} /> },
  { href: "/admin/responses", label: "Responses", icon: <MessageSquareText {...icon} /> },
  { href: "/admin/macros", label: "Macros", icon: <Zap {...icon} /> },
  { href: "/admin/teams", label: "Teams", icon: <UsersRound {...icon} /> },
] as const;

/** The panes around every admin page. */
export function AdminFrame(props: { now: string; strip?: ReactNode; children: ReactNode }) {
  const { now, strip, children } = props;
  const path = usePathname();
  const tools = setUp.map((place) => ({ ...place, current: path.startsWith(place.href) }));
  // On a phone one item leads to all of them.
  const phoneSetUp = {
    href: "/admin/fields",
    label: "Set up",
    icon: <ListPlus {...icon} />,
    current: tools.some((tool) => tool.current),
  };
  const items = places.map((place) => ({
    ...place,
    current: place.href === "/admin" ? path === "/admin" : path.startsWith(place.href),
  }));
  return (
    <TrpcProvider>
      <NowProvider initialNow={now}>
        <ActionsProvider>
          <SkipLinks links={[{ href: "#main", label: "Skip to content" }]} />
          <AdminActions />
          <Shell
            show="main"
            mainLabel="Admin"
            strip={strip}
            nav={
              <>
                <p className="flex min-h-13 shrink-0 items-center px-4 text-heading max-wide:justify-center max-wide:px-0">
                  <span aria-hidden="true" className="wide:hidden">
                    ID
                  </span>
                  <span className="max-wide:sr-only">InsightDesk</span>
                </p>
                <NavSection label="Admin" className="pt-0!">
                  {items.map((item) => (
                    <NavItem key={item.href} {...item} />
                  ))}
                </NavSection>
                <NavSection label="Set up">
                  {tools.map((item) => (
                    <NavItem key={item.href} {...item} />
                  ))}
                </NavSection>
                <div className="mt-auto p-2 max-wide:hidden">
                  <SignOutButton />
                </div>
              </>
            }
            bottomBar={<BottomBar items={[...items, phoneSetUp]} />}
          >
            {children}
          </Shell>
          <Toaster />
          <Announcer />
        </ActionsProvider>
      </NowProvider>
    </TrpcProvider>
  );
}

function AdminActions() {
  const router = useRouter();
  useActions([
    { id: "go.admin", run: () => router.push("/admin") },
    { id: "go.notifications", run: () => router.push("/notifications") },
    { id: "go.mine", run: () => router.push("/tickets?view=mine") },
    { id: "go.unassigned", run: () => router.push("/tickets?view=unassigned") },
  ]);
  return null;
}
