import { expect, test } from "vitest";
import { bodiesOf } from "./letter";

test("a name cannot bring markup into a mail", () => {
  const { html, text } = bodiesOf({
    greeting: 'Hello <img src=x onerror="alert(1)">,',
    paragraphs: ["a & b"],
    action: { label: "Go", url: 'https://desk.example/?a=1&b="2"' },
  });
  expect(html).not.toContain("<img");
  expect(html).toContain("a &amp; b");
  expect(html).toContain('href="https://desk.example/?a=1&amp;b=&quot;2&quot;"');
  expect(text).toContain('Go:\nhttps://desk.example/?a=1&b="2"');
});
