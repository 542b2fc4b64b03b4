import { expect, test } from "vitest";
import { markdownToHtml } from "@/platform/content";
import { inlinePicture, standsInText, withoutPicture } from "./inline-pictures";

const file = { id: "0190a000-0000-7000-8000-000000000001", name: "vent [1]_*.png" };

test("a picture in the text is shown by its address, and is known to stand there", () => {
  const html = markdownToHtml(`See ${inlinePicture(file)} there.`);
  expect(html).toContain('alt="vent [1]_*.png"');
  expect(standsInText(html, file.id)).toBe(true);
  expect(standsInText(html, "0190a000-0000-7000-8000-000000000002")).toBe(false);
});

test("a picture that is taken out of the files leaves the text, and the rest stays", () => {
  const text = `See [this](https://example.com) ${inlinePicture(file)} there.`;
  expect(withoutPicture(text, file.id)).toBe("See [this](https://example.com)  there.");
});
