import type { BoxWords } from "./box-words";

export type Refusal = {
  /** The code of the error table; null when no answer came. */
  code: string | null;
  words: string;
};

const has = <Key extends string>(value: unknown, key: Key): value is Record<Key, unknown> =>
  typeof value === "object" && value !== null && key in value;

/** What an error of a call means to a person: the server's words, or that it did not answer. */
export function readRefusal(error: unknown, words: BoxWords): Refusal {
  const none = { code: null, words: words.box("unreachable") };
  if (!has(error, "data") || !has(error, "message") || !has(error.data, "appCode")) return none;
  const { message, data } = error;
  if (typeof data.appCode !== "string" || typeof message !== "string") return none;
  const says =
    has(data, "detail") && has(data.detail, "says") && typeof data.detail.says === "string"
      ? `${data.detail.says}. `
      : "";
  const said = words.refusal(data.appCode) ?? message;
  const reference =
    data.appCode === "internal" && has(data, "requestId") ? ` ${data.requestId}` : "";
  return { code: data.appCode, words: `${says}${said}${reference}` };
}
