"use client";

import { Command } from "cmdk";
import { useState } from "react";
import { trpc } from "@/trpc/client";
import { menuItemClass } from "@/ui/float-class";
import { Select } from "@/ui/select";
import { isLanguage, type Language, languageNames, languages } from "../../rules/languages";
import "@/ui/style-nonce";

interface ArticlePickerProps {
  /** Markdown: a link to the page that customers see. */
  readonly onPick: (text: string) => void;
}

/** Published articles by their words, to be named in a reply. */
export default function ArticlePicker({ onPick }: ArticlePickerProps) {
  const [words, setWords] = useState("");
  const [language, setLanguage] = useState<Language>("en");
  const query = trpc.knowledge.search.useQuery(
    { language, words, typing: true },
    { enabled: words.trim() !== "", placeholderData: (shown) => shown },
  );
  const pages = words.trim() === "" ? [] : (query.data?.pages ?? []);
  const pick = (slug: string, title: string) => {
    const address = new URL(`/portal/help/${language}/articles/${slug}`, window.location.origin);
    onPick(`[${title.replace(/[[\]]/g, "")}](${address.href})`);
  };
  return (
    <Command label="Articles" shouldFilter={false} loop className="flex min-h-64 flex-col gap-2">
      <Command.Input
        value={words}
        onValueChange={setWords}
        placeholder="Words of the article"
        className="min-h-control rounded-control border border-line-strong bg-raised px-2 text-body"
      />
      <Select
        aria-label="Language of the article"
        value={language}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        onChange={({ target }) => isLanguage(target.value) && setLanguage(target.value)}
      />
      <Command.List className="max-h-64 overflow-y-auto">
        {query.data !== undefined && words.trim() !== "" && pages.length === 0 && (
          <p className="p-2 text-ink-2 text-ui">No published article says that.</p>
        )}
        {pages.map(({ articleId, slug, title, summary }) => (
          <Command.Item
            key={articleId}
            value={articleId}
            onSelect={() => pick(slug, title)}
            className={`${menuItemClass} data-[selected=true]:bg-selected`}
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate font-semibold">{title}</span>
              <span className="block truncate text-ink-2 text-small">{summary}</span>
            </span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}
