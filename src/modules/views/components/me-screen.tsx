"use client";

import { lazy, Suspense, useState } from "react";
import { SignOutButton } from "@/modules/identity/client";
import { ZoneSetting } from "@/modules/identity/components/zone-setting";
import { AvailabilitySettings } from "@/modules/notifications/components/availability-settings";
import { NotificationSettings } from "@/modules/notifications/components/notification-settings";
import { useMe } from "@/modules/tickets/components/me";
import { openKeys } from "@/ui/actions/open";
import { useKeysOf } from "@/ui/actions/use-actions";
import type { Appearance } from "@/ui/appearance/appearance";
import { AppearanceSettings, KeySettings } from "@/ui/appearance/settings";
import { Button, ButtonLink } from "@/ui/button";
import { Card } from "@/ui/card";
import { Coming } from "@/ui/coming";
import { DescriptionList } from "@/ui/description-list";
import { ConsoleFrame } from "./console-frame";

const OwnKeys = lazy(() => import("./own-keys"));

/** One's own settings; each is kept at once. */
export function MeScreen({ appearance }: { appearance: Appearance }) {
  const me = useMe();
  const keysOf = useKeysOf();
  const [changes, setChanges] = useState(false);
  return (
    <ConsoleFrame show="main" mainLabel="Me">
      <div className="mx-auto flex w-full max-w-medium flex-col gap-4 p-4">
        <h1 className="text-title">Me</h1>
        <Card title="Account">
          <DescriptionList
            items={[
              { term: "Name", value: me.name },
              { term: "E-mail", value: me.email },
              { term: "Role", value: me.role === "admin" ? "Admin" : "Agent" },
            ]}
          />
          <div className="mt-3">
            <ZoneSetting zone={me.timeZone} />
          </div>
          <div className="mt-3 flex flex-wrap gap-2">
            <ButtonLink href="/portal/account/email">Change e-mail address</ButtonLink>
            <ButtonLink href="/portal/account">Password and sessions</ButtonLink>
            <SignOutButton />
          </div>
        </Card>
        <Card title="Availability">
          <AvailabilitySettings personId={me.id} zone={me.timeZone} locale={me.locale} />
        </Card>
        <NotificationSettings />
        <Card title="Look">
          <AppearanceSettings initial={appearance} />
        </Card>
        <Card title="Texts and macros">
          <p className="mb-3 text-body text-ink-2">
            What you write again and again, for yourself or for your team.
          </p>
          <div className="flex flex-wrap gap-2">
            <ButtonLink href="/responses">Canned responses</ButtonLink>
            <ButtonLink href="/macros">Macros</ButtonLink>
          </div>
        </Card>
        <Card title="Keys">
          <p className="mb-3 text-body text-ink-2">Every action of the day has a key.</p>
          <div className="flex flex-col items-start gap-4">
            <KeySettings initial={appearance} />
            <div className="flex flex-wrap gap-2">
              <Button keys={keysOf("keys.show")} onClick={openKeys}>
                Show all keys
              </Button>
              <Button aria-expanded={changes} onClick={() => setChanges(!changes)}>
                Change keys
              </Button>
            </div>
            {changes && (
              <Suspense fallback={<Coming />}>
                <OwnKeys />
              </Suspense>
            )}
          </div>
        </Card>
      </div>
    </ConsoleFrame>
  );
}
