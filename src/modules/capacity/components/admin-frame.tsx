"use client";

import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { SignOutButton } from "@/modules/identity/client";
import { TrpcProvider } from "@/trpc/provider";
import type { KeyOverrides } from "@/ui/actions/keymap";
import { ActionsProvider } from "@/ui/actions/provider";
import { useActions } from "@/ui/actions/use-actions";
import { Announcer } from "@/ui/announcer";
import { NowProvider } from "@/ui/now-provider";
import { BottomBar } from "@/ui/shell/bottom-bar";
import { NavItem, NavSection } from "@/ui/shell/nav";
import { Shell } from "@/ui/shell/shell";
import { SkipLinks } from "@/ui/skip-links";
import { Toaster } from "@/ui/toaster";
import { type AdminPlace, adminPlaces, isHere, phonePlaces } from "./admin-places";

interface AdminFrameProps {
  readonly now: string;
  /** The keys of this person, where they are their own. */
  readonly keys: KeyOverrides;
  readonly strip?: ReactNode;
  readonly children: ReactNode;
}

/** The panes around every admin page. */
export function AdminFrame(props: AdminFrameProps) {
  const { now, keys, strip, children } = props;
  const path = usePathname();
  // The list of places is longer than most screens: where one is stands in sight.
  useEffect(() => {
    const here = document.querySelector(`nav a[aria-current="page"][href="${path}"]`);
    here?.scrollIntoView({ block: "nearest" });
  }, [path]);
  const placed = (place: AdminPlace) => ({ ...place, current: isHere(place.href, path) });
  return (
    <TrpcProvider>
      <NowProvider initialNow={now}>
        <ActionsProvider overrides={keys}>
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
                {adminPlaces.map(({ label, places }) => (
                  <NavSection key={label} label={label}>
                    {places.map((place) => (
                      <NavItem key={place.href} {...placed(place)} />
                    ))}
                  </NavSection>
                ))}
                <div className="mt-auto p-2 max-wide:hidden">
                  <SignOutButton />
                </div>
              </>
            }
            bottomBar={<BottomBar items={phonePlaces.map(placed)} />}
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
