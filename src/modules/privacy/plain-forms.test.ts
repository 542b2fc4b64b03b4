import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { sayIn } from "@/platform/i18n";
import { DeletePart } from "./components/delete-part";
import { ExportPart } from "./components/export-part";

const say = sayIn("en", "data");
const action = () => Promise.resolve();
const at = { zone: "UTC", locale: "en-GB" };
const latest = {
  id: "an-export",
  state: "ready",
  expiresAt: "2026-12-01T09:00:00.000Z",
  done: 3,
  total: 9,
} as const;

test("what stays and why stands above the button that deletes, and a wrong address is said at its field", () => {
  const html = renderToStaticMarkup(
    createElement(DeletePart, { say, isStaff: false, trouble: say("differs"), action }),
  );
  expect(html.indexOf(say("kept"))).toBeGreaterThan(0);
  expect(html.indexOf(say("kept"))).toBeLessThan(html.indexOf("<button"));
  expect(html).toContain('aria-invalid="true"');
});

test("who works here has no such form", () => {
  const html = renderToStaticMarkup(
    createElement(DeletePart, { say, isStaff: true, trouble: null, action }),
  );
  expect(html).not.toContain("<form");
});

test("a copy that is made says how far it is, one that is ready is a link, one that is gone says so", () => {
  const shown = (state: "making" | "ready" | "expired", mayAsk = false) =>
    renderToStaticMarkup(
      createElement(ExportPart, {
        ...{ say, at, mayAsk, trouble: null, action },
        latest: { ...latest, state },
      }),
    );
  expect(shown("making")).toContain("3 of 9 requests");
  expect(shown("making")).not.toContain("<form");
  expect(shown("ready")).toContain('href="/portal/account/data/an-export"');
  expect(shown("expired", true)).toContain("<form");
  expect(shown("expired", true)).not.toContain("an-export");
});
