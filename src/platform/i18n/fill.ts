export type Values = Readonly<Record<string, string | number>>;

const argument = /\{(\w+)(?:, plural, ((?:=?\w+ \{(?:[^{}]|\{\w+\})*\} ?)+))?\}/gu;
const option = /(=?\w+) \{((?:[^{}]|\{\w+\})*)\}/gu;

/**
 * Puts values into a message, in browsers: arguments and plurals, which is all that our messages
 * have. A test holds it to what next-intl makes of every one of them.
 */
export function fill(message: string, values: Values, language: string): string {
  return message.replace(argument, (whole, name: string, options: string | undefined) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (options === undefined) return String(value);
    const count = Number(value);
    const texts = new Map([...options.matchAll(option)].map(([, key, text]) => [key, text]));
    const text =
      texts.get(`=${count}`) ?? texts.get(pluralOf(count, language)) ?? texts.get("other") ?? "";
    const shown = new Intl.NumberFormat(language).format(count);
    return text
      .replaceAll("#", shown)
      .replace(/\{(\w+)\}/gu, (_, key) => String(values[key] ?? ""));
  });
}

const pluralOf = (count: number, language: string) => new Intl.PluralRules(language).select(count);
