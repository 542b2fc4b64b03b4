import { errorRules } from "@/platform/errors";
import { limits } from "@/platform/limits";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);

const againSeconds = limits.awayPageAgainMs / 1_000;

/**
 * A page for when nobody can be told who they are. It stands on nothing that could be away itself,
 * tries again by itself, and the browser keeps the address and the cookie.
 */
export function awayPage(nonce: string, code: "session_store_unavailable"): string {
  const { words } = errorRules[code];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${againSeconds}">
<title>One moment · InsightDesk</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 0; min-height: 100vh; display: grid; place-items: center }
main { max-width: 34rem; padding: 1rem }
h1 { font-size: 1.75rem; line-height: 1.2 }
</style>
</head>
<body>
<main role="alert" data-code="${code}">
<h1>One moment</h1>
<p>${escaped(words)}</p>
<p>This page tries again every ${againSeconds} seconds.</p>
</main>
</body>
</html>
`;
}

export const awayHeaders: readonly (readonly [name: string, value: string])[] = [
  ["content-type", "text/html; charset=utf-8"],
  ["cache-control", "no-store"],
  ["retry-after", String(againSeconds)],
];
