"use client";

import { useRef, useState } from "react";
import { AdminPage } from "@/modules/responses/components/admin/admin-page";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { SkeletonRows } from "@/ui/skeleton";
import { Tabs } from "@/ui/tabs";
import { TemplateEditor } from "./template-editor";

export type Template = RouterOutputs["templates"]["list"]["templates"][number];
export type InLanguage = Template["languages"][number];

const languageWords = { en: "English", de: "German", es: "Spanish" } as const;

/** Letters by who gets them, in this order. */
const readers = [
  { reader: "customer", heading: "To customers" },
  { reader: "outsider", heading: "To others outside" },
  { reader: "colleague", heading: "To colleagues" },
] as const;

/** What our letters say: one on the left, its languages, words and preview on the right. */
export function TemplatesPage() {
  const { data } = trpc.templates.list.useQuery();
  const [kind, setKind] = useState<string>();
  const [language, setLanguage] = useState<InLanguage["language"]>("en");
  const letter = useRef<HTMLElement>(null);
  const choose = (chosen: string) => {
    setKind(chosen);
    // On a phone the letter stands below the list, where nobody would see that it is another one.
    if (!window.matchMedia("(min-width: 48rem)").matches)
      requestAnimationFrame(() => letter.current?.scrollIntoView({ block: "start" }));
  };
  const templates = data?.templates ?? [];
  const shown =
    templates.find((one) => one.kind === kind) ?? templates.find((one) => one.kind === "reply");
  const words = shown?.languages.find((one) => one.language === language);
  const changed = templates.flatMap((one) => one.languages).filter(({ isOwn }) => !isOwn).length;
  return (
    <AdminPage
      title="Templates"
      says={`${templates.length} letters in three languages. ${changed === 0 ? "All say what they came with." : `${changed} of them say your own words.`} Everybody is written to in their language.`}
    >
      {data === undefined && <SkeletonRows rows={6} label="Loading templates" />}
      <div className="flex min-w-0 flex-col gap-4 md:flex-row md:gap-6">
        <nav aria-label="Letters" className="md:w-56 md:shrink-0">
          {readers.map(({ reader, heading }) => (
            <section key={reader} aria-label={heading} className="mb-3">
              <h2 className="mb-1 px-3 font-semibold text-ink-2 text-small">{heading}</h2>
              <ul className="flex flex-wrap gap-1 md:flex-col">
                {templates
                  .filter((one) => one.reader === reader)
                  .map((one) => (
                    <li key={one.kind}>
                      <button
                        type="button"
                        aria-current={one.kind === shown?.kind ? "true" : undefined}
                        onClick={() => choose(one.kind)}
                        className="min-h-control w-full rounded-control px-3 text-start text-ui hover:bg-hover aria-[current=true]:bg-selected aria-[current=true]:font-semibold"
                      >
                        {one.title}
                      </button>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </nav>
        {shown !== undefined && words !== undefined && (
          <section
            ref={letter}
            aria-label={shown.title}
            className="flex min-w-0 flex-1 scroll-mt-4 flex-col gap-3"
          >
            <h2 className="text-heading md:sr-only">{shown.title}</h2>
            <p className="text-ink-2 text-ui">{shown.when}</p>
            <Tabs
              label="Language"
              value={language}
              onValueChange={(value) => {
                const known = shown.languages.find((one) => one.language === value);
                if (known !== undefined) setLanguage(known.language);
              }}
              tabs={shown.languages.map((one) => ({
                value: one.language,
                label: `${languageWords[one.language]}${one.isOwn ? "" : " •"}`,
              }))}
            >
              <TemplateEditor
                key={`${shown.kind} ${language} ${words.version}`}
                template={shown}
                shown={words}
              />
            </Tabs>
          </section>
        )}
      </div>
    </AdminPage>
  );
}
