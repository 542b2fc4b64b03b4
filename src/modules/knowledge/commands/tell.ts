import type { CommandTx } from "@/platform/command";
import { articleChanged, pageChanged } from "../events";
import type { Language } from "../rules/languages";

/** Tells those who write that an article changed, and where readers see it, which addresses. */
export function tellChange(
  tx: CommandTx,
  { slugs, ...about }: { articleId: string; language: Language; slugs: readonly string[] },
): void {
  tx.append(articleChanged.make(about));
  if (slugs.length > 0) tx.append(pageChanged.make({ ...about, slugs: [...slugs] }));
}
