"use client";

import { Archive, Bell, Lock, Send } from "lucide-react";
import { useState } from "react";
import { AppearanceSettings } from "@/ui/appearance/settings";
import { Button, ButtonLink } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { ErrorSummary } from "@/ui/error-summary";
import { Field } from "@/ui/field";
import { IconButton } from "@/ui/icon-button";
import { Input } from "@/ui/input";
import { Kbd } from "@/ui/kbd";
import { RadioGroup } from "@/ui/radio-group";
import { Select } from "@/ui/select";
import { Switch } from "@/ui/switch";
import { Textarea } from "@/ui/textarea";
import { Row, Section } from "./section";

const icon = { size: 16, "aria-hidden": true } as const;

export function Buttons() {
  return (
    <Section title="Buttons">
      <Row>
        <Button variant="primary" keys="Mod+Enter">
          <Send {...icon} />
          Send to Anna Kowalska, set Pending
        </Button>
        <Button variant="note">
          <Lock {...icon} />
          Add note
        </Button>
        <Button>Assign</Button>
        <Button variant="quiet">Cancel</Button>
        <Button variant="danger">Erase Anna Kowalska</Button>
        <ButtonLink href="/styleguide">A link</ButtonLink>
      </Row>
      <Row>
        <Button variant="primary" busy>
          Saving
        </Button>
        <Button disabledReason="Only leads may merge">Merge</Button>
        <IconButton name="Resolve" keys="E" icon={<Archive {...icon} />} />
        <IconButton name="Follow" pressed icon={<Bell {...icon} />} />
        <IconButton
          name="Mark as spam"
          disabledReason="Only agents may"
          icon={<Bell {...icon} />}
        />
        <Kbd keys="G M" />
        <Kbd keys="Mod+Shift+Enter" />
      </Row>
    </Section>
  );
}

export function Forms() {
  const [attempt, setAttempt] = useState(0);
  const [on, setOn] = useState(true);
  const message = "Write an address such as anna@example.com";
  return (
    <Section title="Forms">
      <ErrorSummary attempt={attempt} errors={[{ id: "guide-mail", label: "E-mail", message }]} />
      <div className="grid max-w-medium gap-4 md:grid-cols-2">
        <Field id="guide-mail" label="E-mail" hint="The answer comes here" error={message}>
          {(control) => <Input {...control} type="email" defaultValue="anna@exmple" />}
        </Field>
        <Field label="Team" optional>
          {(control) => (
            <Select
              {...control}
              options={[
                { value: "support", label: "Support" },
                { value: "repairs", label: "Repairs" },
              ]}
            />
          )}
        </Field>
        <Field label="Details" className="md:col-span-2">
          {(control) => <Textarea {...control} placeholder="What happened?" />}
        </Field>
        <Field label="Locked">{(control) => <Input {...control} disabled value="Locked" />}</Field>
        <RadioGroup
          label="Send"
          name="guide-send"
          defaultValue="next"
          options={[
            { value: "stay", label: "Stay" },
            { value: "next", label: "Next", hint: "The next row that nobody has open" },
          ]}
        />
        <Checkbox label="Tell the followers" hint="Four people" defaultChecked />
        <Switch
          label="Available"
          hint="New tickets come to you"
          checked={on}
          onCheckedChange={setOn}
        />
      </div>
      <Row>
        <Button variant="primary" onClick={() => setAttempt(attempt + 1)}>
          Save
        </Button>
      </Row>
      <AppearanceSettings initial={{}} />
    </Section>
  );
}
