"use client";

import { useState } from "react";
import { limits } from "@/platform/limits";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Chip } from "@/ui/chip";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Select } from "@/ui/select";
import { languageNames } from "../../rules/languages";
import { Refused } from "./refused";
import { useCategories } from "./use-categories";
import { useChange } from "./use-change";

type Article = RouterOutputs["knowledge"]["get"];

/** What all languages of an article share. */
export function ArticleSettings({ article }: { article: Article }) {
  const { articleId } = article;
  const { options } = useCategories();
  const utils = trpc.useUtils();
  const arrange = trpc.knowledge.arrange.useMutation();
  const { change, busy, refused } = useChange();
  const save = async (part: { categoryId?: string; internal?: boolean; relatedIds?: string[] }) => {
    const now = {
      categoryId: article.categoryId,
      internal: article.internal,
      relatedIds: article.related.map(({ id }) => id),
    };
    await change((about) => arrange.mutateAsync({ ...about, articleId, ...now, ...part }), "Saved");
    await utils.knowledge.invalidate();
  };
  return (
    <aside aria-label="For all languages" className="flex flex-col gap-4">
      <Field label="Category">
        {(control) => (
          <Select
            {...control}
            value={article.categoryId}
            options={options}
            onChange={(event) => void save({ categoryId: event.target.value })}
          />
        )}
      </Field>
      <Checkbox
        label="For the team only"
        hint="Customers never see it, not in searches either."
        checked={article.internal}
        disabled={busy}
        onChange={(event) => void save({ internal: event.target.checked })}
      />
      <Related article={article} onSave={(relatedIds) => void save({ relatedIds })} />
      <Refused words={refused} />
      <Votes article={article} />
    </aside>
  );
}

interface RelatedProps {
  readonly article: Article;
  readonly onSave: (ids: string[]) => void;
}

/** Chosen by hand; where none are, the best of the same category stand there. */
function Related({ article, onSave }: RelatedProps) {
  const [words, setWords] = useState("");
  const language = article.translations[0]?.language ?? "en";
  const found = trpc.knowledge.find.useQuery(
    { language, words, typing: true },
    { enabled: words.trim() !== "", placeholderData: (shown) => shown },
  );
  const ids = article.related.map(({ id }) => id);
  const offered = (found.data?.pages ?? []).filter(
    (page) => page.articleId !== article.articleId && !ids.includes(page.articleId),
  );
  return (
    <section aria-label="Related articles" className="flex flex-col gap-2">
      <h2 className="text-ui font-semibold">Related articles</h2>
      <div className="flex flex-wrap gap-1">
        {article.related.map(({ id, title }) => (
          <Chip
            key={id}
            removeName={`Remove ${title}`}
            onRemove={() => onSave(ids.filter((one) => one !== id))}
          >
            {title}
          </Chip>
        ))}
      </div>
      {ids.length < limits.kbRelatedMax && (
        <Field label="Find one to add">
          {(control) => (
            <Input
              {...control}
              type="search"
              autoComplete="off"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
      )}
      {words.trim() !== "" && (
        <ul aria-label="Found articles" className="flex flex-col gap-1">
          {offered.slice(0, 5).map(({ articleId, title }) => (
            <li key={articleId}>
              <Button
                className="h-auto w-full justify-start! py-1 text-start"
                onClick={() => {
                  setWords("");
                  onSave([...ids, articleId]);
                }}
              >
                {title}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Votes({ article }: { article: Article }) {
  const reasons = trpc.knowledge.reasons.useQuery({ articleId: article.articleId });
  return (
    <section aria-label="What readers say" className="flex flex-col gap-2 text-ui">
      <h2 className="font-semibold">What readers say</h2>
      <ul className="flex flex-col gap-1 text-ink-2">
        {article.translations.map(({ language, helpful, unhelpful, solved }) => (
          <li key={language}>
            {languageNames[language]}: {helpful} helpful, {unhelpful} not, {solved} requests not
            made
          </li>
        ))}
      </ul>
      <ul aria-label="What was missing" className="flex flex-col gap-2">
        {reasons.data?.reasons.map(({ reason, at }) => (
          <li key={at} className="break-words border-line border-s-2 ps-2">
            {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
