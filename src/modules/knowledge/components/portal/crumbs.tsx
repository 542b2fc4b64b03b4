import type { Say } from "@/platform/i18n/client";
import { TextLink } from "@/ui/text-link";
import type { PublicCategory } from "../../schema";

interface CrumbsProps {
  readonly say: Say<"help">;
  readonly language: string;
  readonly path: readonly PublicCategory[];
}

/** From the help centre down to here. */
export function Crumbs({ say, language, path }: CrumbsProps) {
  const steps = [
    { href: `/portal/help/${language}`, name: say("title") },
    ...path.map(({ slug, name }) => ({ href: `/portal/help/${language}/${slug}`, name })),
  ];
  return (
    <nav aria-label={say("path")}>
      <ol className="flex flex-wrap items-center gap-x-2 text-ui">
        {steps.map(({ href, name }, at) => (
          <li key={href} className="inline-flex items-center gap-2">
            {at > 0 && (
              <span aria-hidden="true" className="text-ink-3">
                /
              </span>
            )}
            <TextLink href={href} className="inline-flex min-h-control items-center">
              {name}
            </TextLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
