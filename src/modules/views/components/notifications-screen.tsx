"use client";

import { Inbox } from "@/modules/notifications/components/inbox";
import { ConsoleFrame } from "./console-frame";

/** What concerns oneself. */
export function NotificationsScreen() {
  return (
    <ConsoleFrame show="main" mainLabel="Notifications">
      <Inbox />
    </ConsoleFrame>
  );
}
