import { type Language, languageNames, languages } from "@/platform/i18n/client";
import { buttonClass } from "@/ui/button-class";

interface LanguageSwitchProps {
  readonly current: Language;
  readonly label: string;
  readonly offered?: readonly Language[] | undefined;
}

/** One button a language, each in its own words; a plain form, which needs no script. */
export function LanguageSwitch({ current, label, offered = languages }: LanguageSwitchProps) {
  if (offered.length < 2) return null;
  return (
    <form method="post" action="/language">
      <fieldset className="flex flex-wrap gap-1">
        <legend className="sr-only">{label}</legend>
        {offered.map((language) => (
          <button
            key={language}
            type="submit"
            name="language"
            value={language}
            lang={language}
            aria-current={language === current ? "true" : undefined}
            className={buttonClass(
              "quiet",
              language === current ? "bg-selected! text-ink!" : undefined,
            )}
          >
            {languageNames[language]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
