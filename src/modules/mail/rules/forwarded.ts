const escaped = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char] ?? "",
  );

type Written = { html: string; text: string };

/** A message that is passed on: what one says about it, and the message under its headers. */
export function forwarded(
  words: Written,
  message: Written & { from: string; at: Date; subject: string },
): Written {
  const at = new Intl.DateTimeFormat("en", {
    dateStyle: "full",
    timeStyle: "short",
    timeZone: "UTC",
  }).format(message.at);
  const heads = [`From: ${message.from}`, `Date: ${at} UTC`, `Subject: ${message.subject}`];
  const begins = "---------- Forwarded message ----------";
  const own = words.text.trim() === "" ? [] : [words.text.trim()];
  return {
    text: [...own, [begins, ...heads].join("\n"), message.text].join("\n\n"),
    html: `${words.html}<p style="margin:24px 0 8px;color:#5c6966">${[begins, ...heads].map(escaped).join("<br>")}</p><div style="padding:0 0 0 12px;border-left:2px solid #d5dcd7">${message.html}</div>`,
  };
}
