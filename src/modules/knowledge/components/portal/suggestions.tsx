"use client";

import { useEffect, useState } from "react";
import { newId } from "@/platform/ids";
import { isRecord, isText } from "@/platform/shape";
import { PlainButton } from "@/ui/plain-button";
import { useSay } from "@/ui/words";

export interface SuggestionsProps {
  readonly language: string;
  /** The id of the field in which one writes what it is about. */
  readonly fieldId: string;
}

type Suggested = { articleId: string; language: string; slug: string; title: string };

const pauseMs = 500;
const wordsMin = 3;

const dataOf = (answer: unknown): unknown =>
  isRecord(answer) && isRecord(answer.result) ? answer.result.data : undefined;

async function suggestedFor(language: string, words: string): Promise<Suggested[]> {
  const input = encodeURIComponent(JSON.stringify({ language, words: words.slice(0, 200) }));
  const response = await fetch(`/api/trpc/knowledge.suggest?input=${input}`);
  const data = dataOf(await response.json());
  const pages = isRecord(data) && Array.isArray(data.pages) ? data.pages : [];
  return pages.flatMap((page: unknown) =>
    isRecord(page) &&
    isText(page.articleId) &&
    isText(page.language) &&
    isText(page.slug) &&
    isText(page.title)
      ? [
          {
            articleId: page.articleId,
            language: page.language,
            slug: page.slug,
            title: page.title,
          },
        ]
      : [],
  );
}

const tellSolved = (language: string, articleId: string) =>
  fetch("/api/trpc/knowledge.solved", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ commandId: newId(), language, articleId }),
  });

/**
 * From three words on, at most three articles; said once and not at every letter. Whoever finds the
 * answer in one says so, and nothing is sent.
 */
export function Suggestions({ language, fieldId }: SuggestionsProps) {
  const say = useSay("help");
  const [pages, setPages] = useState<readonly Suggested[]>([]);
  const [solved, setSolved] = useState(false);
  const [announced, setAnnounced] = useState("");

  useEffect(() => {
    const field = document.getElementById(fieldId);
    if (!(field instanceof HTMLInputElement)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let latest = "";
    const look = () => {
      const words = field.value.trim();
      if (words === latest) return;
      latest = words;
      if (words.split(/\s+/).length < wordsMin) return setPages([]);
      // A search that fails takes nothing from who asks.
      suggestedFor(language, words)
        .then((found) => words === latest && setPages(found))
        .catch(() => undefined);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(look, pauseMs);
    };
    look();
    field.addEventListener("input", wait);
    return () => {
      clearTimeout(timer);
      field.removeEventListener("input", wait);
    };
  }, [fieldId, language]);

  const count = pages.length;
  if (count > 0 && announced === "") setAnnounced(say("suggestedCount", { count }));

  return (
    <>
      <p role="status" className={solved ? "mb-4 font-semibold" : "sr-only"}>
        {solved ? say("solvedThanks") : announced}
      </p>
      {count > 0 && !solved && (
        <aside
          aria-label={say("suggested")}
          className="mt-6 flex flex-col gap-2 rounded-card border border-line bg-surface p-4"
        >
          <h2 className="text-heading">{say("suggested")}</h2>
          <ul className="flex flex-col gap-2">
            {pages.map(({ articleId, language: written, slug, title }) => (
              <li key={articleId} className="flex flex-wrap items-center justify-between gap-2">
                <a
                  href={`/portal/help/${written}/articles/${slug}`}
                  hrefLang={written}
                  target="_blank"
                  rel="noopener"
                  className="inline-flex min-h-control items-center text-link underline"
                >
                  <span lang={written}>{title}</span>
                  <span className="sr-only">, {say("opensNew")}</span>
                </a>
                <PlainButton
                  variant="quiet"
                  aria-label={`${say("solved")}: ${title}`}
                  onClick={() => {
                    setSolved(true);
                    void tellSolved(written, articleId).catch(() => undefined);
                  }}
                >
                  {say("solved")}
                </PlainButton>
              </li>
            ))}
          </ul>
        </aside>
      )}
    </>
  );
}
