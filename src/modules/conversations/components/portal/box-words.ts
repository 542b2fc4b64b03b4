import type { Say } from "@/platform/i18n/client";

/** What the boxes say in which one writes, and the files that come with it. */
export type BoxWords = {
  readonly box: Say<"box">;
  readonly upload: Say<"upload">;
  /** What a refusal says by its code; null where only the server has words for it. */
  readonly refusal: (code: string) => string | null;
};
