"use client";

import { Inbox, Tag } from "lucide-react";
import { Avatar, AvatarStack } from "@/ui/avatar";
import { Badge, Count } from "@/ui/badge";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Chip } from "@/ui/chip";
import { DescriptionList } from "@/ui/description-list";
import { EmptyState } from "@/ui/empty-state";
import { ErrorState } from "@/ui/error-state";
import { Notice } from "@/ui/notice";
import { useNow } from "@/ui/now-provider";
import { Progress } from "@/ui/progress";
import { SkeletonRows } from "@/ui/skeleton";
import { Strip } from "@/ui/strip";
import { Time } from "@/ui/time";
import { Row, Section } from "./section";

const tones = ["neutral", "good", "warn", "bad", "info", "violet", "note", "accent"] as const;
const people = ["Mia Lund", "Jonas Berg", "Ada Øst", "Tom"].map((name) => ({ id: name, name }));
const nothing = () => undefined;

export function Small() {
  return (
    <Section title="Small parts">
      <Row>
        {tones.map((tone) => (
          <Chip key={tone} tone={tone} icon={<Tag size={14} aria-hidden="true" />}>
            {tone}
          </Chip>
        ))}
        <Chip tone="info" onRemove={nothing} removeName="Remove tag billing">
          billing
        </Chip>
        <Chip href="/styleguide">a link</Chip>
      </Row>
      <Row>
        {tones.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
        <Count value={7} label="tickets" />
        <Count value={1_000} label="tickets" tone="accent" />
        <Count value={null} label="tickets" />
      </Row>
      <Row>
        {([20, 24, 32, 40] as const).map((size) => (
          <Avatar key={size} name="Anna Kowalska" size={size} />
        ))}
        <Avatar name="Mia Lund" size={32} presence="viewing" />
        <Avatar name="Jonas Berg" size={32} presence="replying" />
        <AvatarStack people={people} label="view this ticket" />
      </Row>
    </Section>
  );
}

export function Times() {
  const now = useNow(1_000);
  const at = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const zone = "Europe/Berlin";
  return (
    <Section title="Times">
      <Row>
        {[0, 5, 200, 1_600, 4_000, 20_000].map((minutes) => (
          <Time key={minutes} value={at(minutes)} now={now} zone={zone} className="text-ui" />
        ))}
        <Time value={at(-72)} now={now} zone={zone} style="due" className="text-ui" />
        <Time value={at(22)} now={now} zone={zone} style="due" className="text-bad text-ui" />
        <Time value={at(22)} now={now} zone={zone} readerZone="UTC" style="clock" />
      </Row>
    </Section>
  );
}

export function States() {
  return (
    <Section title="States">
      <Strip action={<Button variant="quiet">Retry now</Button>}>
        Reconnecting. You see 14:02.
      </Strip>
      <Strip tone="note">Mia is replying</Strip>
      <Notice title="Delivered to spam" tone="warn">
        The mail server of exmple.com put it there.
      </Notice>
      <div className="grid gap-4 md:grid-cols-2">
        <Card title="Waiting" actions={<Button variant="quiet">Show all</Button>}>
          <DescriptionList
            items={[
              { term: "Organization", value: "Fjord & Fern" },
              { term: "Local time", value: "14:02" },
            ]}
          />
          <Progress label="Resolving" value={3_398} max={3_412} className="mt-4" />
        </Card>
        <Card>
          <SkeletonRows rows={2} label="Loading tickets" />
        </Card>
        <Card>
          <EmptyState
            level={3}
            icon={<Inbox size={24} aria-hidden="true" />}
            title="Nothing waits here"
            action={<Button>Next: Unassigned (14)</Button>}
          />
        </Card>
        <Card>
          <ErrorState reference="7K2P" onRetry={nothing} />
        </Card>
      </div>
    </Section>
  );
}
