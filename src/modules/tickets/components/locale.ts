/** English without a country is written as the interface's own words are: 24 hours, day first. */
export const localeOf = ({ locale }: { locale: string }): string =>
  locale === "en" ? "en-GB" : locale;
