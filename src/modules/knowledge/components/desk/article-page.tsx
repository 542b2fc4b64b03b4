"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { ErrorState } from "@/ui/error-state";
import { SkeletonRows } from "@/ui/skeleton";
import { Tabs } from "@/ui/tabs";
import { TextLink } from "@/ui/text-link";
import { isLanguage, type Language, languageNames, languages } from "../../rules/languages";
import { ArticleSettings } from "./article-settings";
import { Refused } from "./refused";
import { TranslationEditor } from "./translation-editor";
import { refusalWords, useChange } from "./use-change";
import { useKnowledgeNews } from "./use-knowledge-news";
import { stageWords } from "./words";

/** One article: its languages beside each other, and what they share. */
export function ArticlePage({ articleId }: { articleId: string }) {
  const query = trpc.knowledge.get.useQuery({ articleId });
  const router = useRouter();
  const wanted = useSearchParams().get("language");
  const utils = trpc.useUtils();
  const translate = trpc.knowledge.translate.useMutation();
  const { change, busy, refused } = useChange();
  useKnowledgeNews(query.data?.asOf);
  if (query.data === undefined)
    return (
      <div className="p-4 md:p-6">
        {query.error === null ? (
          <SkeletonRows rows={8} label="Loading the article" />
        ) : (
          <ErrorState onRetry={() => void query.refetch()}>{refusalWords(query.error)}</ErrorState>
        )}
      </div>
    );
  const article = query.data;
  const { translations } = article;
  const shown = translations.find(({ language }) => language === wanted) ?? translations[0];
  if (shown === undefined) return null;
  const go = (language: Language) =>
    router.replace(`/knowledge/${articleId}?language=${language}`, { scroll: false });
  const begin = async (language: Language) => {
    const { title, body } = shown;
    const made = await change((about) =>
      translate.mutateAsync({ ...about, articleId, language, title, body }),
    );
    if (made === null) return;
    await utils.knowledge.get.invalidate({ articleId });
    go(language);
  };
  const absent = languages.filter((one) => !translations.some(({ language }) => language === one));
  return (
    <div className="flex min-w-0 max-w-page flex-col gap-4 p-4 md:p-6">
      <p className="text-ui">
        <TextLink href="/knowledge">All articles</TextLink>
      </p>
      <div className="flex flex-wrap items-end justify-between gap-2">
        <h1 className="min-w-0 break-words text-title">{shown.title}</h1>
        <div className="flex flex-wrap gap-2">
          {absent.map((language) => (
            <Button key={language} variant="quiet" busy={busy} onClick={() => void begin(language)}>
              Add {languageNames[language]}
            </Button>
          ))}
        </div>
      </div>
      <Refused words={refused} />
      <div className="grid gap-6 wide:grid-cols-[minmax(0,1fr)_18rem]">
        <Tabs
          label="Languages"
          value={shown.language}
          onValueChange={(value) => isLanguage(value) && go(value)}
          tabs={translations.map(({ language, state }) => ({
            value: language,
            label: `${languageNames[language]} · ${stageWords[state]}`,
          }))}
        >
          <TranslationEditor
            key={shown.language}
            articleId={articleId}
            internal={article.internal}
            translation={shown}
          />
        </Tabs>
        <ArticleSettings key={article.categoryId} article={article} />
      </div>
    </div>
  );
}
