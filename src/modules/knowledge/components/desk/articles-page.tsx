"use client";

import Link from "next/link";
import { useState } from "react";
import { trpc } from "@/trpc/client";
import { Button, ButtonLink } from "@/ui/button";
import { Chip } from "@/ui/chip";
import { EmptyState } from "@/ui/empty-state";
import { ErrorState } from "@/ui/error-state";
import { Field } from "@/ui/field";
import { useNow } from "@/ui/now-provider";
import { SearchField } from "@/ui/search-field";
import { Select } from "@/ui/select";
import { SkeletonRows } from "@/ui/skeleton";
import { Time } from "@/ui/time";
import { isLanguage, languageNames, languages } from "../../rules/languages";
import { type Stage, stages } from "../../rules/stage";
import type { ArticleLine } from "../../types";
import { useDesk } from "./desk";
import { DeskPage } from "./desk-page";
import { useCategories } from "./use-categories";
import { refusalWords } from "./use-change";
import { useKnowledgeNews } from "./use-knowledge-news";
import { factsOf, stageTones, stageWords } from "./words";

const isStage = (text: string): text is Stage => stages.some((stage) => stage === text);

/** Everything that is written for the help centre, in each language by itself. */
export function ArticlesPage() {
  const { options, nameOf } = useCategories();
  const [words, setWords] = useState("");
  const [state, setState] = useState("");
  const [language, setLanguage] = useState("");
  const [categoryId, setCategoryId] = useState("");
  const asked = {
    words: words.trim(),
    state: isStage(state) ? state : null,
    language: isLanguage(language) ? language : null,
    categoryId: categoryId === "" ? null : categoryId,
  };
  const query = trpc.knowledge.list.useInfiniteQuery(asked, {
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (shown) => shown,
  });
  useKnowledgeNews(query.data?.pages[0]?.asOf);
  const articles = query.data?.pages.flatMap((page) => page.articles);
  const isFiltered = words !== "" || state !== "" || language !== "" || categoryId !== "";
  return (
    <DeskPage
      title="Knowledge"
      says="What customers find before they ask, and what the team looks up."
      action={
        <ButtonLink variant="primary" href="/knowledge/new">
          New article
        </ButtonLink>
      }
    >
      <search className="grid gap-3 md:grid-cols-[minmax(0,2fr)_repeat(3,minmax(0,1fr))]">
        <SearchField label="Find an article" words={words} onWords={setWords} />
        <Field label="State">
          {(control) => (
            <Select
              {...control}
              value={state}
              onChange={(event) => setState(event.target.value)}
              options={[
                { value: "", label: "Any" },
                ...stages.map((value) => ({ value, label: stageWords[value] })),
              ]}
            />
          )}
        </Field>
        <Field label="Language">
          {(control) => (
            <Select
              {...control}
              value={language}
              onChange={(event) => setLanguage(event.target.value)}
              options={[
                { value: "", label: "Any" },
                ...languages.map((value) => ({ value, label: languageNames[value] })),
              ]}
            />
          )}
        </Field>
        <Field label="Category">
          {(control) => (
            <Select
              {...control}
              value={categoryId}
              onChange={(event) => setCategoryId(event.target.value)}
              options={[{ value: "", label: "Any" }, ...options]}
            />
          )}
        </Field>
      </search>
      {query.error !== null && articles === undefined && (
        <ErrorState onRetry={() => void query.refetch()}>{refusalWords(query.error)}</ErrorState>
      )}
      {articles === undefined && query.error === null && (
        <SkeletonRows rows={8} label="Loading articles" />
      )}
      {articles?.length === 0 && (
        <EmptyState
          title={isFiltered ? "No article fits" : "No articles yet"}
          action={!isFiltered && <ButtonLink href="/knowledge/new">Write the first one</ButtonLink>}
        >
          {isFiltered
            ? "Take a condition out, or use other words of the title."
            : "What is asked again and again is answered once here."}
        </EmptyState>
      )}
      {articles !== undefined && articles.length > 0 && (
        <ul
          aria-label="Articles"
          className="flex flex-col rounded-card border border-line bg-surface [&>li:last-child]:border-b-0 [&>li]:border-line [&>li]:border-b"
        >
          {articles.map((article) => (
            <ArticleRow
              key={`${article.articleId} ${article.language}`}
              article={article}
              category={nameOf(article.categoryId)}
            />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button className="self-start" onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      )}
    </DeskPage>
  );
}

function ArticleRow({ article, category }: { article: ArticleLine; category: string }) {
  const { me } = useDesk();
  const now = useNow();
  const facts = [category, languageNames[article.language], ...factsOf(article)];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
      <div className="min-w-0 flex-1 max-md:basis-full">
        <Link
          href={`/knowledge/${article.articleId}?language=${article.language}`}
          className="break-words font-semibold text-ink text-ui hover:underline"
        >
          {article.title}
        </Link>
        <p className="break-words text-ink-2 text-small">{facts.join(" · ")}</p>
      </div>
      <Chip tone={stageTones[article.state]}>{stageWords[article.state]}</Chip>
      <Time
        value={article.updatedAt}
        now={now}
        zone={me.timeZone}
        locale={me.locale}
        className="text-ink-3 text-small md:w-28 md:text-end"
      />
    </li>
  );
}
