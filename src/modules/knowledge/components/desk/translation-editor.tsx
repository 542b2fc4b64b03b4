"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Skeleton } from "@/ui/skeleton";
import { Tabs } from "@/ui/tabs";
import { slugPattern } from "../../rules/slug";
import type { Translation } from "../../types";
import { useDesk } from "./desk";
import { Refused } from "./refused";
import { StageActions } from "./stage-actions";
import { useChange } from "./use-change";
import { Versions } from "./versions";

export interface TranslationProps {
  readonly articleId: string;
  readonly internal: boolean;
  readonly translation: Translation;
}

/** What one writes is kept here until it is saved; what others save meanwhile does not take it away. */
export function TranslationEditor({ articleId, internal, translation }: TranslationProps) {
  const { BodyField } = useDesk();
  const utils = trpc.useUtils();
  const save = trpc.knowledge.save.useMutation();
  const { change, busy, refused } = useChange();
  const [written, setWritten] = useState(translation);
  const [base, setBase] = useState(translation);
  const isDirty =
    written.title !== base.title || written.body !== base.body || written.slug !== base.slug;
  // Nothing of one's own here: what came is shown.
  if (base !== translation && !isDirty) {
    setBase(translation);
    setWritten(translation);
  }
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isDirty]);

  const { language } = translation;
  const { title, body, slug } = written;
  const reason =
    title.trim() === ""
      ? "Give it a title first"
      : slugPattern.test(slug)
        ? null
        : "The address is not right yet";
  /** Gives the version that holds what stands here; null where it could not be kept. */
  const keep = async (): Promise<number | null> => {
    if (!isDirty) return base.version;
    if (reason !== null) return null;
    const seen = { articleId, language, seenVersion: base.version };
    const saved = await change(
      (about) => save.mutateAsync({ ...about, ...seen, title, body, slug }),
      "Saved",
    );
    if (saved === null) return null;
    const kept = { ...written, title: title.trim(), version: saved.version };
    setBase(kept);
    setWritten(kept);
    await utils.knowledge.invalidate();
    return saved.version;
  };
  const isBehind = isDirty && translation.version > base.version;
  return (
    <div className="flex flex-col gap-4 pt-4">
      <StageActions
        articleId={articleId}
        internal={internal}
        translation={translation}
        isDirty={isDirty}
        keep={keep}
      />
      {isBehind && (
        <p role="alert" className="rounded-control bg-warn-soft p-3 text-on-warn-soft text-ui">
          {translation.authorName} saved this article meanwhile. What you write is still here; copy
          it before you load the page again.
        </p>
      )}
      <Tabs
        label="How to see it"
        tabs={[
          {
            value: "write",
            label: "Write",
            content: (
              <form
                className="flex flex-col gap-4 pt-4"
                onSubmit={(event) => {
                  event.preventDefault();
                  void keep();
                }}
              >
                <Field label="Title">
                  {(control) => (
                    <Input
                      {...control}
                      value={title}
                      autoComplete="off"
                      onChange={(event) => setWritten({ ...written, title: event.target.value })}
                    />
                  )}
                </Field>
                <BodyField
                  label="Text"
                  value={body}
                  onChange={(text) => setWritten((now) => ({ ...now, body: text }))}
                />
                <Field
                  label="Address"
                  hint="Small letters, numbers and hyphens. Whoever has the old address is led to the new one."
                >
                  {(control) => (
                    <Input
                      {...control}
                      value={slug}
                      autoComplete="off"
                      spellCheck={false}
                      onChange={(event) => setWritten({ ...written, slug: event.target.value })}
                    />
                  )}
                </Field>
                <Refused words={refused} />
                <Button
                  type="submit"
                  className="self-start"
                  busy={busy}
                  disabledReason={isDirty ? reason : "Nothing has changed"}
                >
                  Save
                </Button>
              </form>
            ),
          },
          { value: "preview", label: "Preview", content: <Preview title={title} body={body} /> },
          {
            value: "versions",
            label: "Versions",
            content: <Versions articleId={articleId} translation={translation} isDirty={isDirty} />,
          },
        ]}
      />
    </div>
  );
}

/** As its readers would see it; what is not saved yet is in it. */
function Preview({ title, body }: { title: string; body: string }) {
  const { Body } = useDesk();
  const query = trpc.knowledge.preview.useQuery({ body });
  return (
    <article className="flex flex-col gap-3 pt-4">
      <h2 className="text-display">{title}</h2>
      {query.data === undefined ? (
        <Skeleton className="h-24 w-full" />
      ) : (
        <Body html={query.data.html} />
      )}
    </article>
  );
}
