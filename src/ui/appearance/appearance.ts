import * as z from "zod/mini";

/** How a person wants to see everything; what is not said, the system decides. */
export const appearanceSchema = z.object({
  theme: z.optional(z.enum(["light", "dark"])),
  contrast: z.optional(z.enum(["more"])),
  density: z.optional(z.enum(["compact"])),
  /** Single keys are switched off: speech input and a cat on the desk write letters, too. */
  keys: z.optional(z.enum(["off"])),
});

export type Appearance = z.output<typeof appearanceSchema>;

export const appearanceCookie = "appearance";

/** The cookie's text, "dark more compact off" in any order; words that are not known are left out. */
export function readAppearance(cookie: string | undefined): Appearance {
  const words = new Set((cookie ?? "").split("."));
  return {
    theme: words.has("dark") ? "dark" : words.has("light") ? "light" : undefined,
    contrast: words.has("more") ? "more" : undefined,
    density: words.has("compact") ? "compact" : undefined,
    keys: words.has("off") ? "off" : undefined,
  };
}

export function writeAppearance({ theme, contrast, density, keys }: Appearance): string {
  return [theme, contrast, density, keys].filter((word) => word !== undefined).join(".");
}
