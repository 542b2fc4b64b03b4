"use client";

import type { ReactNode } from "react";
import { LiveProvider } from "@/live/provider";
import { TicketDialogs } from "@/modules/conversations/components/day/dialogs";
import { MacroDialog } from "@/modules/responses/components/macro-dialog";
import { type Me, MeProvider } from "@/modules/tickets/components/me";
import { TagsDialog } from "@/modules/tickets/components/ticket/tags-dialog";
import { TrpcProvider } from "@/trpc/provider";
import { ActionsProvider } from "@/ui/actions/provider";
import { Announcer } from "@/ui/announcer";
import { NowProvider } from "@/ui/now-provider";
import { Toaster } from "@/ui/toaster";
import { useLate } from "@/ui/use-late";

const loadConflictDialog = () =>
  import("@/modules/tickets/components/ticket/conflict-dialog").then(
    ({ ConflictDialog }) => ConflictDialog,
  );

interface ConsoleProvidersProps {
  readonly me: Me;
  readonly realtimeUrl: string;
  /** The server's time of this rendering. */
  readonly now: string;
  readonly children: ReactNode;
}

/** What every page of the console stands on; it stays while one goes from page to page. */
export function ConsoleProviders({ me, realtimeUrl, now, children }: ConsoleProvidersProps) {
  const ConflictDialog = useLate(loadConflictDialog);
  return (
    <TrpcProvider>
      <NowProvider initialNow={now}>
        <MeProvider me={me}>
          <LiveProvider url={realtimeUrl}>
            <ActionsProvider overrides={me.keys}>
              {children}
              <TicketDialogs />
              {ConflictDialog !== null && <ConflictDialog />}
              <TagsDialog />
              <MacroDialog />
              <Toaster />
              <Announcer />
            </ActionsProvider>
          </LiveProvider>
        </MeProvider>
      </NowProvider>
    </TrpcProvider>
  );
}
