import type { Metadata } from "next";
import { Button, ButtonLink } from "@/ui/button";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { ReadingColumn } from "@/ui/shell/reading-column";
import { TextLink } from "@/ui/text-link";
import { Textarea } from "@/ui/textarea";

export const metadata: Metadata = { title: "Ask" };

/** What a portal page costs: its first scripts are measured on this one. */
export default function PortalGuide() {
  return (
    <ReadingColumn
      logo={<span className="text-heading">Fjord &amp; Fern</span>}
      nav={
        <span className="flex gap-3">
          <ButtonLink variant="quiet" href="/styleguide/portal">
            My requests
          </ButtonLink>
          <ButtonLink href="/styleguide/portal">Ask</ButtonLink>
        </span>
      }
      foot={<TextLink href="/styleguide/portal">My data</TextLink>}
    >
      <h1 className="text-display">How can we help?</h1>
      <form className="mt-6 flex flex-col gap-4">
        <Field label="Subject">{(control) => <Input {...control} name="subject" />}</Field>
        <Field label="Details" hint="What did you do, and what happened?">
          {(control) => <Textarea {...control} name="details" />}
        </Field>
        <Button variant="primary" type="submit">
          Ask Fjord &amp; Fern
        </Button>
      </form>
      <Card title="My open requests" className="mt-8">
        <p className="text-body">Waiting for us: the sensor reads 85 °C</p>
      </Card>
    </ReadingColumn>
  );
}
