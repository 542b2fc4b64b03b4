/** A mail in our words: paragraphs, at most one thing to do, and why it came. */
export type Letter = {
  greeting: string;
  paragraphs: readonly string[];
  action?: { label: string; url: string };
  foot?: string;
};

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (char) => entities[char] ?? "");

/** The two bodies of a letter, saying the same. Without pictures, so that nothing is fetched. */
export function bodiesOf({ greeting, paragraphs, action, foot }: Letter): {
  text: string;
  html: string;
} {
  const linkText = action === undefined ? [] : [`${action.label}:\n${action.url}`];
  const footText = foot === undefined ? [] : [`-- \n${foot}`];
  const text = [greeting, ...paragraphs, ...linkText, ...footText].join("\n\n");

  const paragraph = (words: string) => `<p style="margin:0 0 16px">${escapeHtml(words)}</p>`;
  const button =
    action === undefined
      ? ""
      : `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="background:#0b6b68;color:#ffffff;border-radius:4px;padding:10px 18px;text-decoration:none;font-weight:600">${escapeHtml(action.label)}</a></p>`;
  const small =
    foot === undefined
      ? ""
      : `<p style="margin:24px 0 0;color:#5c6966;font-size:13px">${escapeHtml(foot)}</p>`;
  const body = [greeting, ...paragraphs].map(paragraph).join("") + button + small;
  const html = `<!doctype html><html lang="en"><body style="margin:0;padding:24px;background:#fcfdfb;color:#17211f;font:15px/24px system-ui,sans-serif"><div style="max-width:34rem">${body}</div></body></html>`;
  return { text: `${text}\n`, html };
}
