/** Where an article stands in the help centre. */
export const hrefOf = (language: string, categorySlug: string, slug: string): string =>
  `/portal/help/${language}/${categorySlug}/${slug}`;
