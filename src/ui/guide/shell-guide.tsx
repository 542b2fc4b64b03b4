"use client";

import { Bell, BookOpen, Inbox, PanelRight, Search, User, UserX } from "lucide-react";
import { useState } from "react";
import { ActionsProvider } from "@/ui/actions/provider";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { DescriptionList } from "@/ui/description-list";
import { PriorityGlyph, SlaGlyph, StatusGlyph } from "@/ui/glyphs";
import { IconButton } from "@/ui/icon-button";
import { BottomBar } from "@/ui/shell/bottom-bar";
import { NavItem, NavSection } from "@/ui/shell/nav";
import { Pane } from "@/ui/shell/pane";
import { Shell } from "@/ui/shell/shell";
import { SkipLinks } from "@/ui/skip-links";
import { Strip } from "@/ui/strip";
import { Textarea } from "@/ui/textarea";

const icon = { size: 20, "aria-hidden": true } as const;
const here = "/styleguide/shell";
const rows = Array.from({ length: 30 }, (_, place) => place);

export function ShellGuide({ show }: { show: "list" | "main" }) {
  const [open, setOpen] = useState<boolean>();
  return (
    <ActionsProvider>
      <SkipLinks
        links={[
          { href: "#list", label: "Skip to list" },
          { href: "#main", label: "Skip to conversation" },
          { href: "#composer", label: "Skip to composer" },
        ]}
      />
      <Shell
        show={show}
        listLabel="Queue"
        mainLabel="Conversation"
        contextLabel="Context"
        contextOpen={open}
        onContextOpenChange={setOpen}
        strip={<Strip>Reconnecting. You see 14:02.</Strip>}
        nav={<GuideNav />}
        list={<GuideList />}
        context={
          <Pane label="Requester">
            <div className="p-4">
              <DescriptionList items={[{ term: "Organization", value: "Fjord & Fern Schools" }]} />
            </div>
          </Pane>
        }
        bottomBar={
          <BottomBar
            items={[
              { href: here, label: "Queue", icon: <Inbox {...icon} />, current: true },
              { href: `${here}?n`, label: "Notifications", icon: <Bell {...icon} />, count: 3 },
              { href: `${here}?s`, label: "Search", icon: <Search {...icon} /> },
              { href: `${here}?m`, label: "Me", icon: <User {...icon} /> },
            ]}
          />
        }
      >
        <GuideConversation onContext={() => setOpen(!(open ?? false))} />
      </Shell>
    </ActionsProvider>
  );
}

function GuideNav() {
  return (
    <>
      <NavSection label="Views">
        <NavItem href={here} icon={<Inbox {...icon} />} label="Mine" count={12} current />
        <NavItem href={`${here}?u`} icon={<UserX {...icon} />} label="Unassigned" count={1_204} />
      </NavSection>
      <NavSection label="Places">
        <NavItem href={`${here}?n`} icon={<Bell {...icon} />} label="Notifications" count={3} />
        <NavItem href={`${here}?k`} icon={<BookOpen {...icon} />} label="Knowledge" />
      </NavSection>
    </>
  );
}

function GuideList() {
  return (
    <Pane label="Mine" level={1} head={<p className="p-4 text-heading">Mine</p>}>
      <ul>
        {rows.map((place) => (
          <li
            key={place}
            className="flex h-row flex-col justify-center gap-0.5 border-line border-b px-4"
          >
            <span className="flex items-center gap-2 text-ink-2 text-small">
              <StatusGlyph status="open" />
              <span className="min-w-0 flex-1 truncate">Anna Kowalska</span>
              <SlaGlyph
                state={place === 2 ? "breached" : "running"}
                share={0.4}
                label
                name="1 h 12 min"
              />
            </span>
            <span className="flex items-center gap-2 text-ui">
              {place % 5 === 0 && <PriorityGlyph priority="urgent" />}
              <span className="truncate font-semibold">The sensor reads 85 °C at night</span>
            </span>
          </li>
        ))}
      </ul>
    </Pane>
  );
}

function GuideConversation({ onContext }: { onContext: () => void }) {
  const head = (
    <div className="flex flex-wrap items-center gap-2 p-4">
      <h1 className="min-w-0 flex-1 truncate text-title">The sensor reads 85 °C at night</h1>
      <StatusGlyph status="pending" label className="text-ui" />
      <Avatar name="Mia Lund" presence="replying" />
      <IconButton
        name="Context"
        keys="D"
        onClick={onContext}
        icon={<PanelRight size={16} aria-hidden="true" />}
      />
    </div>
  );
  const foot = (
    <div className="flex flex-col gap-2 p-4">
      <Textarea id="composer" aria-label="Reply" rows={2} />
      <span className="flex justify-end">
        <Button variant="primary" keys="Mod+Enter">
          Send to Anna Kowalska, set Pending
        </Button>
      </span>
    </div>
  );
  return (
    <Pane label="Messages" head={head} foot={foot}>
      <ol className="flex flex-col gap-3 p-4">
        {rows.slice(0, 8).map((place) => (
          <li key={place}>
            <article
              className={
                place % 3 === 2
                  ? "ms-6 rounded-card border border-note-edge border-dashed bg-note-paper p-4 text-note-ink"
                  : place % 3 === 1
                    ? "rounded-card border border-line bg-reply-paper p-4"
                    : "rounded-card border border-line bg-raised p-4"
              }
            >
              <p className="max-w-prose text-body">
                At night the sensor shows 85 °C though frost is on the glass. I changed the battery
                twice.
              </p>
            </article>
          </li>
        ))}
      </ol>
    </Pane>
  );
}
