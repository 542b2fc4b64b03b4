import { expect, test } from "vitest";
import { cleanHtml } from "@/platform/content";
import { withPictures } from "./pictures";

const files = [
  { id: "01", name: "image001.png", type: "image/png" },
  { id: "02", name: "terms.pdf", type: "application/pdf" },
];
const shown = (html: string) => withPictures(cleanHtml(html).html, files);

test("a picture of the mail itself is shown from the message's own files", () => {
  const html = shown('<p>See <img src="cid:image001.png@01DA.5E" alt="the vent"></p>');
  expect(html).toContain('<img src="/portal/files/01" alt="the vent"');
  expect(shown('<img src="cid:image001.png">')).toContain("/portal/files/01");
});

test("a picture that did not come, and a file that is no picture, are words", () => {
  for (const source of ["cid:other@x", "cid:terms.pdf", "cid:%E0%A4%A"])
    expect(shown(`<p><img src="${source}" alt="logo"></p>`)).not.toContain("<img");
  expect(shown('<img src="cid:other@x" alt="logo">')).toContain("Picture: logo (it did not come");
});

test("a picture of a foreign site is not loaded: it is a link that says so", () => {
  const html = shown('<p><img src="https://track.example/a?b=1&amp;c=2" alt="a > b &quot;"></p>');
  expect(html).not.toContain("<img");
  expect(html).toContain('href="https://track.example/a?b=1&amp;c=2"');
  expect(html).toContain('rel="noopener noreferrer nofollow"');
  expect(html).toContain("Remote picture: a");
});

test("what a hostile alt text says stays text", () => {
  const html = shown(`<img src="https://x.example/" alt='"><script>alert(1)</script>'>`);
  expect(html).not.toContain("<script");
});

test("everything else stays as it was cleaned", () => {
  const html = cleanHtml("<p>Hello <b>you</b> &amp; <a href='https://x.example'>that</a></p>").html;
  expect(withPictures(html, files)).toBe(html);
});
