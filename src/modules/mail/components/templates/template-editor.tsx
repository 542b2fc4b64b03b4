"use client";

import { useDeferredValue, useRef, useState } from "react";
import { Refused } from "@/modules/responses/components/admin/refused";
import { useChange } from "@/modules/responses/components/admin/use-change";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { AlertDialog } from "@/ui/alert-dialog";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Menu, MenuItem, MenuLabel } from "@/ui/menu";
import { Textarea } from "@/ui/textarea";
import { TemplatePreview } from "./template-preview";
import { TemplateVersions } from "./template-versions";
import type { InLanguage, Template } from "./templates-page";

interface TemplateEditorProps {
  readonly template: Template;
  readonly shown: InLanguage;
}

/** A letter's words with its preview beside them; it is the same as what is sent. */
export function TemplateEditor({ template, shown }: TemplateEditorProps) {
  const utils = trpc.useUtils();
  const { kind } = template;
  const { language, version: base } = shown;
  const [words, setWords] = useState(shown.words);
  const [resetting, setResetting] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const save = trpc.templates.save.useMutation();
  const { change, busy, refused } = useChange();
  const seen = useDeferredValue(words);
  const preview = trpc.templates.preview.useQuery(
    { kind, language, words: seen },
    { placeholderData: (before) => before },
  );
  const problem = preview.data?.problems[0] ?? null;
  const isChanged = JSON.stringify(words) !== JSON.stringify(shown.words);
  const write = (part: Partial<typeof words>) => setWords({ ...words, ...part });
  const keep = (next: typeof words | null, done: string) =>
    change(({ commandId }) => save.mutateAsync({ commandId, kind, language, base, words: next }), {
      done,
      next: () => void utils.templates.invalidate(),
    });
  const insert = (name: string) => {
    const at = box.current?.selectionStart ?? words.body.length;
    write({ body: `${words.body.slice(0, at)}{{${name}}}${words.body.slice(at)}` });
    requestAnimationFrame(() => box.current?.focus());
  };
  return (
    <div className="flex min-w-0 flex-col gap-6 pt-3 lg:flex-row">
      <form
        className="flex min-w-0 flex-1 flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isChanged && problem === null) void keep(words, "Saved. The next letter says it");
        }}
      >
        <Field label="Subject">
          {(control) => (
            <Input
              {...control}
              value={words.subject}
              maxLength={limits.subjectCharsMax}
              onChange={(event) => write({ subject: event.target.value })}
            />
          )}
        </Field>
        <Field
          label="Text"
          hint="Markdown. What stands in double braces becomes its value."
          error={isChanged ? problem : null}
        >
          {(control) => (
            <Textarea
              {...control}
              ref={box}
              rows={10}
              value={words.body}
              maxLength={limits.templateCharsMax}
              onChange={(event) => write({ body: event.target.value })}
            />
          )}
        </Field>
        <Menu label="Variables" trigger={<Button className="self-start">Insert a variable</Button>}>
          <MenuLabel>What it becomes</MenuLabel>
          {Object.entries(template.variables).map(([name, { words: says }]) => (
            <MenuItem key={name} onSelect={() => insert(name)}>
              {says} <span className="text-ink-3 text-small">{name}</span>
            </MenuItem>
          ))}
        </Menu>
        <Field label="Button" hint="Empty: the letter has none." optional>
          {(control) => (
            <Input
              {...control}
              value={words.button}
              maxLength={limits.nameCharsMax}
              onChange={(event) => write({ button: event.target.value })}
            />
          )}
        </Field>
        <Field label="Below" hint="In small print: why one gets this letter." optional>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              value={words.foot}
              maxLength={limits.templateFootCharsMax}
              onChange={(event) => write({ foot: event.target.value })}
            />
          )}
        </Field>
        <Refused words={refused} />
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            variant="primary"
            busy={busy}
            disabledReason={isChanged ? problem : "Nothing was changed"}
          >
            Save letter
          </Button>
          {isChanged && <Button onClick={() => setWords(shown.words)}>Discard changes</Button>}
          {!shown.isOwn && <Button onClick={() => setResetting(true)}>Back to ours</Button>}
        </div>
        <TemplateVersions kind={kind} language={language} onTake={setWords} />
      </form>
      <TemplatePreview preview={preview.data} title={`Preview of ${template.title}`} />
      {resetting && (
        <AlertDialog
          open
          onOpenChange={setResetting}
          title="Go back to the words that it came with?"
          loses="Your words stay among the versions below."
          confirm="Go back"
          onConfirm={() => void keep(null, "The letter says what it came with")}
        />
      )}
    </div>
  );
}
