"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { AlertDialog } from "@/ui/alert-dialog";
import { Button } from "@/ui/button";
import { ContextMenu } from "@/ui/context-menu";
import { Dialog, DialogClose } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import {
  Menu,
  MenuCheckboxItem,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
} from "@/ui/menu";
import { Popover } from "@/ui/popover";
import { Tabs } from "@/ui/tabs";
import { toast } from "@/ui/toast";
import { Row, Section } from "./section";

const nothing = () => undefined;

export function Floats() {
  return (
    <Section title="What floats">
      <Row>
        <Dialog
          title="Snooze #10421"
          description="It comes back by itself, or with a reply."
          trigger={<Button>Open dialog</Button>}
          footer={
            <>
              <DialogClose>
                <Button>Keep it here</Button>
              </DialogClose>
              <Button variant="primary">Snooze until Friday 9:00</Button>
            </>
          }
        >
          <Field label="Until">{(control) => <Input {...control} placeholder="fri 9" />}</Field>
        </Dialog>
        <AlertDialog
          title="Erase Anna Kowalska?"
          loses="Her name, her address and 14 attachments are gone for good. 31 messages stay without a name."
          confirm="Erase Anna Kowalska"
          onConfirm={() => toast({ text: "Anna Kowalska is erased", tone: "good" })}
          trigger={<Button variant="danger">Open alert</Button>}
        />
        <Popover label="Why this time" trigger={<Button>Open popover</Button>}>
          <p className="text-ui">First response due 16:40 Berlin</p>
        </Popover>
        <GuideMenu />
        <Button onClick={() => toast({ text: "Resolved #10421", undo: nothing })}>Toast</Button>
        <Button
          onClick={() =>
            toast({ tone: "bad", text: "Not sent: the mail server refused.", reference: "7K2P" })
          }
        >
          Toast of an error
        </Button>
      </Row>
      <ContextMenu label="Row" items={<MenuItem onSelect={nothing}>Open</MenuItem>}>
        <div className="rounded-card border border-line-strong border-dashed p-4 text-ui">
          Right click here
        </div>
      </ContextMenu>
      <Tabs
        label="Composer"
        tabs={[
          {
            value: "reply",
            label: "Reply",
            content: <p className="bg-reply-paper p-4">To Anna</p>,
          },
          {
            value: "note",
            label: "Note",
            tone: "note",
            content: <p className="bg-note-paper p-4 text-note-ink">For us</p>,
          },
          { value: "all", label: "Everything", count: { value: 1_204, label: "events" } },
        ]}
      />
    </Section>
  );
}

function GuideMenu() {
  const [status, setStatus] = useState("open");
  const [told, setTold] = useState(true);
  const trigger = (
    <Button>
      Open menu
      <ChevronDown size={16} aria-hidden="true" />
    </Button>
  );
  return (
    <Menu label="Ticket" trigger={trigger}>
      <MenuItem keys="E" onSelect={() => toast({ text: "Resolved #10421", undo: nothing })}>
        Resolve
      </MenuItem>
      <MenuItem keys="Shift+M" disabledReason="Only leads may merge" onSelect={nothing}>
        Merge
      </MenuItem>
      <MenuCheckboxItem checked={told} onCheckedChange={setTold}>
        Tell the followers
      </MenuCheckboxItem>
      <MenuSeparator />
      <MenuLabel>Status</MenuLabel>
      <MenuRadioGroup value={status} onValueChange={setStatus}>
        <MenuRadioItem value="open">Open</MenuRadioItem>
        <MenuRadioItem value="pending">Pending</MenuRadioItem>
      </MenuRadioGroup>
      <MenuSeparator />
      <MenuItem tone="danger" keys="!" onSelect={nothing}>
        Mark as spam
      </MenuItem>
    </Menu>
  );
}
