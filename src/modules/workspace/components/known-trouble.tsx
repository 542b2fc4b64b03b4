import { type Language, languages, type Say } from "@/platform/i18n/client";
import { Notice } from "@/ui/notice";
import { type Trouble, troubleFor } from "../rules/trouble";

interface KnownTroubleProps {
  readonly say: Say<"home">;
  readonly trouble: Trouble;
  readonly language: Language;
}

/** What we know already, so that nobody needs to ask; nothing while all is well. */
export function KnownTrouble({ say, trouble, language }: KnownTroubleProps) {
  const said = troubleFor(trouble, language, languages);
  if (said === null) return null;
  return (
    <Notice tone="warn" title={say("trouble")} className="my-4">
      <p lang={said.language} dir="auto" className="whitespace-pre-line break-words">
        {said.text}
      </p>
      {said.language !== language && (
        <p className="mt-1 text-small">
          {say("troubleOnlyIn", { language: nameOf(said.language, language) })}
        </p>
      )}
    </Notice>
  );
}

/** What a language is called by those who read another one. */
const nameOf = (written: Language, reads: Language): string =>
  new Intl.DisplayNames(reads, { type: "language" }).of(written) ?? written;
