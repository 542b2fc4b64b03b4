import * as z from "zod/mini";

/** How a person wants to see everything; what is not said, the system decides. */
export const appearanceSchema = z.object({
  theme: z.optional(z.enum(["light", "dark"])),
  contrast: z.optional(z.enum(["more"])),
  density: z.optional(z.enum(["compact"])),
});

export type Appearance = z.output<typeof appearanceSchema>;

export const appearanceCookie = "appearance";

/** The cookie's text, "dark more compact" in any order; words that are not known are left out. */
export function readAppearance(cookie: string | undefined): Appearance {
  const words = new Set((cookie ?? "").split("."));
  return {
    theme: words.has("dark") ? "dark" : words.has("light") ? "light" : undefined,
    contrast: words.has("more") ? "more" : undefined,
    density: words.has("compact") ? "compact" : undefined,
  };
}

export function writeAppearance({ theme, contrast, density }: Appearance): string {
  return [theme, contrast, density].filter((word) => word !== undefined).join(".");
}
