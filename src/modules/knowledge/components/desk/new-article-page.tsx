"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { trpc } from "@/trpc/client";
import { Button, ButtonLink } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { isLanguage, type Language, languageNames, languages } from "../../rules/languages";
import { useDesk } from "./desk";
import { DeskPage } from "./desk-page";
import { Refused } from "./refused";
import { useCategories } from "./use-categories";
import { useChange } from "./use-change";

export interface Beginning {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly language: Language;
  /** The ticket that it is made from. */
  readonly ticketNumber: number | null;
}

/** What an article begins with; all of it can be changed afterwards. */
export function NewArticlePage({ beginning }: { beginning: Beginning }) {
  const router = useRouter();
  const { me } = useDesk();
  const { query, options } = useCategories();
  const [title, setTitle] = useState(beginning.title);
  const [chosen, setCategoryId] = useState("");
  const [language, setLanguage] = useState<Language>(beginning.language);
  const [internal, setInternal] = useState(false);
  const create = trpc.knowledge.create.useMutation();
  const { change, busy, refused } = useChange();
  const categoryId = chosen === "" ? (options[0]?.value ?? "") : chosen;
  const begin = async () => {
    const written = { title, categoryId, language, internal, body: beginning.body };
    const made = await change((about) => create.mutateAsync({ ...about, ...written }));
    if (made !== null) router.push(`/knowledge/${made.articleId}?language=${language}`);
  };
  const from = beginning.ticketNumber;
  const says =
    from === null
      ? "It begins as a draft: nobody but the team sees it until it is published."
      : `It begins with what was answered in #${from}. Take out what is about one person before you publish it.`;
  if (query.data !== undefined && options.length === 0)
    return (
      <DeskPage title="New article" says={says}>
        <EmptyState
          title="There is no category yet"
          action={
            me.role === "admin" && (
              <ButtonLink href="/knowledge/categories">Make a category</ButtonLink>
            )
          }
        >
          Articles stand in categories. {me.role !== "admin" && "An admin makes the first one."}
        </EmptyState>
      </DeskPage>
    );
  return (
    <DeskPage title="New article" says={says}>
      <form
        className="flex max-w-medium flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() !== "" && categoryId !== "") void begin();
        }}
      >
        <Field label="Title" hint="As a customer would ask: “How do I pair a sensor?”">
          {(control) => (
            <Input
              {...control}
              value={title}
              autoComplete="off"
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <Field label="Category">
          {(control) => (
            <Select
              {...control}
              value={categoryId}
              options={options}
              onChange={(event) => setCategoryId(event.target.value)}
            />
          )}
        </Field>
        <Field label="Language">
          {(control) => (
            <Select
              {...control}
              value={language}
              options={languages.map((value) => ({ value, label: languageNames[value] }))}
              onChange={({ target }) => isLanguage(target.value) && setLanguage(target.value)}
            />
          )}
        </Field>
        <Checkbox
          label="For the team only"
          hint="Customers never see it, not in searches either."
          checked={internal}
          onChange={(event) => setInternal(event.target.checked)}
        />
        <Refused words={refused} />
        <Button
          type="submit"
          variant="primary"
          className="self-start"
          busy={busy}
          disabledReason={title.trim() === "" ? "Give it a title first" : null}
        >
          Begin to write
        </Button>
      </form>
    </DeskPage>
  );
}
