import { limits } from "@/platform/limits";

/** Letters that do not come apart into a plain one and its mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  ä: "ae",
  ö: "oe",
  ü: "ue",
  æ: "ae",
  œ: "oe",
  ø: "o",
  å: "a",
  ð: "d",
  þ: "th",
  ł: "l",
  đ: "d",
};

export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A title as it stands in an address. What has no Latin letters is called by `instead`. */
export function slugOf(title: string, instead = "article"): string {
  const slug = title
    .toLowerCase()
    .replace(/\p{L}/gu, (letter) => plainLetters[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, limits.kbSlugCharsMax)
    .replace(/^-|-$/g, "");
  return slug === "" ? instead : slug;
}

/** The slug with a number behind it, within its length. */
export const numberedSlug = (slug: string, number: number): string =>
  `${slug.slice(0, limits.kbSlugCharsMax - 4).replace(/-$/, "")}-${number}`;
