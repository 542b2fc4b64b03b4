import type { Say } from "@/platform/i18n/client";

/** What the boxes say in which one writes, and the files that come with it. */
export type BoxWords = { readonly box: Say<"box">; readonly upload: Say<"upload"> };
