const coded = /\+([A-Za-z0-9+/]*)-?/g;

/** The letters that one coded run stands for: UTF-16 in base64 without an end (RFC 2152). */
function lettersOf(run: string): string {
  let bits = 0;
  let value = 0;
  let letters = "";
  for (const char of run) {
    value =
      (value << 6) |
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".indexOf(char);
    bits += 6;
    if (bits < 16) continue;
    bits -= 16;
    letters += String.fromCharCode((value >>> bits) & 0xffff);
    value &= (1 << bits) - 1;
  }
  return letters;
}

/** Text in UTF-7, which no browser and few libraries read any more, and some machines still write. */
export const fromUtf7 = (text: string): string =>
  text.replace(coded, (_whole, run: string) => (run === "" ? "+" : lettersOf(run)));

/** Whether a letter's own type says so. */
export const isUtf7 = (type: string | undefined): boolean =>
  /charset\s*=\s*"?(unicode-1-1-)?utf-7"?/i.test(type ?? "");
