const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (char) => entities[char] ?? "");

export type Action = { label: string; url: string };

export type Framed = {
  language: string;
  /** Cleaned, or escaped. */
  html: string;
  action?: Action | undefined;
  foot?: string | undefined;
  /** What was written before, cleaned: it stands last, as mail programs have it. */
  quote?: string | undefined;
};

const button = ({ label, url }: Action) =>
  `<p style="margin:24px 0"><a href="${escapeHtml(url)}" style="background:#0b6b68;color:#ffffff;border-radius:4px;padding:10px 18px;text-decoration:none;font-weight:600">${escapeHtml(label)}</a></p>`;

const small = (foot: string) =>
  `<p style="margin:24px 0 0;color:#5c6966;font-size:13px">${escapeHtml(foot)}</p>`;

/** A mail as a page: our paper, at most one thing to do, and why it came. Nothing is fetched. */
export function framed({ language, html, action, foot = "", quote }: Framed): string {
  const body = [
    html,
    action === undefined ? "" : button(action),
    foot === "" ? "" : small(foot),
    quote ?? "",
  ].join("");
  return `<!doctype html><html lang="${language}"><body style="margin:0;padding:24px;background:#fcfdfb;color:#17211f;font:15px/24px system-ui,sans-serif"><div style="max-width:34rem">${body}</div></body></html>`;
}

/** The same as plain text. */
export function framedText(about: Omit<Framed, "html" | "language"> & { text: string }): string {
  const { text, action, foot = "", quote = "" } = about;
  const link = action === undefined ? [] : [`${action.label}:\n${action.url}`];
  const parts = [text, ...link, foot === "" ? "" : `-- \n${foot}`, quote];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
