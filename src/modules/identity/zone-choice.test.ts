import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { sayIn } from "@/platform/i18n";
import { ZoneChoice } from "./components/zone-choice";
import { zoneSchema } from "./schema";

const shown = (zone: string) =>
  renderToStaticMarkup(
    createElement(ZoneChoice, {
      ...{ zone, say: sayIn("de", "account") },
      action: () => Promise.resolve(),
    }),
  );

test("one's own zone is chosen, also one that this runtime has no name of, and each that is offered is taken", () => {
  for (const zone of ["Europe/Oslo", "UTC", "Europe/Atlantis"])
    expect(shown(zone)).toContain(`<option value="${zone}" selected="">`);
  const offered = [...shown("UTC").matchAll(/<option value="([^"]+)"/g)].map(([, name]) => name);
  expect(offered.length).toBeGreaterThan(100);
  expect(offered.filter((name) => !zoneSchema.safeParse(name).success)).toEqual([]);
});
