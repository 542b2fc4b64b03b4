"use client";

import { useState } from "react";
import { AdminPage } from "@/modules/responses/components/admin/admin-page";
import { Tabs } from "@/ui/tabs";
import { BlockedList } from "./blocked-list";
import { type MailState, RawMailList } from "./raw-mail-list";
import { SpamList } from "./spam-list";

const shown: readonly { state: MailState; label: string; says: string; empty: string }[] = [
  {
    state: "quarantined",
    label: "Quarantine",
    says: "Could not be read or taken in. Look at the original, then try again or put it away.",
    empty: "Everything could be read",
  },
  {
    state: "suspended",
    label: "Suspended",
    says: "Held back because of who sent it. Let it in, or put it away.",
    empty: "Nothing is held back",
  },
  {
    state: "trashed",
    label: "Trash",
    says: "Deleted for good after 30 days.",
    empty: "The trash is empty",
  },
  {
    state: "decided",
    label: "Taken in",
    says: "All that came, and what became of it.",
    empty: "No mail has come yet",
  },
];

/** What came in by mail: what waits for an admin first, then what became of the rest. */
export function IncomingPage({ zone }: { readonly zone: string }) {
  const [tab, setTab] = useState<string>("quarantined");
  return (
    <AdminPage
      title="Incoming mail"
      says="Mail that cannot be read or that looks wrong waits here. Nothing is thrown away before you saw it."
    >
      <Tabs
        label="Kinds of mail"
        value={tab}
        onValueChange={setTab}
        tabs={[
          ...shown.map(({ state, label, says, empty }) => ({
            value: state,
            label,
            content: (
              <>
                <RawMailList state={state} says={says} empty={empty} zone={zone} />
                {state === "trashed" && <SpamList zone={zone} />}
              </>
            ),
          })),
          { value: "blocked", label: "Blocked senders", content: <BlockedList zone={zone} /> },
        ]}
      />
    </AdminPage>
  );
}
