import type { Language } from "@/platform/i18n/client";
import { Notice } from "@/ui/notice";
import { type Trouble, troubleFor } from "../rules/trouble";

interface KnownTroubleProps {
  readonly title: string;
  readonly trouble: Trouble;
  readonly language: Language;
}

/** What we know already, so that nobody needs to ask; nothing while all is well. */
export function KnownTrouble({ title, trouble, language }: KnownTroubleProps) {
  const said = troubleFor(trouble, language);
  if (said === null) return null;
  return (
    <Notice tone="warn" title={title} className="my-4">
      <p lang={said.language} className="whitespace-pre-line break-words">
        {said.text}
      </p>
    </Notice>
  );
}
