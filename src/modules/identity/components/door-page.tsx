import Link from "next/link";
import type { ReactNode } from "react";
import { directionOf, type Language, type WordsOf } from "@/platform/i18n/client";
import { DocumentLanguage } from "@/ui/document-language";
import { WordsProvider } from "@/ui/words";
import { LanguageSwitch } from "./language-switch";

interface DoorPageProps {
  /** The language of the visitor, and what the forms on the page say in it. */
  readonly spoken: { readonly language: Language; readonly words: Partial<WordsOf> };
  readonly languageLabel: string;
  readonly title: string;
  readonly intro?: ReactNode;
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

/** The pages before the house: one thing to do, nothing around it. */
export function DoorPage(props: DoorPageProps) {
  const { spoken, languageLabel, title, intro, above, below, children } = props;
  const direction = directionOf(spoken.language);
  return (
    <WordsProvider {...spoken}>
      <DocumentLanguage language={spoken.language} direction={direction} />
      <div
        lang={spoken.language}
        dir={direction}
        data-audience="portal"
        className="flex min-h-dvh flex-col bg-canvas"
      >
        {above}
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto flex w-full max-w-[28rem] flex-1 flex-col gap-6 px-4 py-8 md:justify-center md:py-12"
        >
          <p className="text-heading text-ink">
            <Link href="/" className="text-accent">
              InsightDesk
            </Link>
          </p>
          <section className="rounded-card border border-line bg-surface p-4 md:p-8">
            <h1 className="text-display text-ink">{title}</h1>
            {intro && <p className="mt-2 text-body text-ink-2">{intro}</p>}
            <div className="mt-6">{children}</div>
          </section>
          {below && <div className="text-ink-2 text-ui">{below}</div>}
          <LanguageSwitch current={spoken.language} label={languageLabel} />
        </main>
      </div>
    </WordsProvider>
  );
}
