import { directionOf } from "@/platform/i18n/client";
import { frameOfPage, sayOfPage } from "@/trpc/language";
import { accentStyle } from "@/ui/accent-style";
import { buttonClass } from "@/ui/button-class";

/**
 * An address that leads nowhere, or nowhere for its reader: both answer alike. Next carries these
 * words along with every page, so nothing here brings a script.
 */
export default async function NotFound() {
  const say = await sayOfPage("trouble");
  const { spoken, name, accent } = await frameOfPage();
  const { language } = spoken;
  return (
    <main
      {...accentStyle(accent)}
      lang={language}
      dir={directionOf(language)}
      className="flex min-h-dvh flex-col items-center justify-center gap-3 bg-canvas p-8 text-center"
    >
      <p className="text-ink-2 text-ui">{name}</p>
      <h1 className="text-ink text-title">{say("nowhereTitle")}</h1>
      <p className="max-w-prose text-body text-ink-2">{say("nowhereText")}</p>
      <a href="/" className={buttonClass("primary")}>
        {say("start")}
      </a>
    </main>
  );
}
