import { expect, test } from "vitest";
import { shownDisplay, withDisplay } from "./display";

const list = { table: false, columns: [] };
const table = { table: true, columns: [{ id: "subject", width: 320 }] };

test("one's own display goes before the view's, and giving it up shows the view's again", () => {
  const own = withDisplay({}, "mine", table, ["mine"]);
  expect(shownDisplay("mine", list, own)).toEqual({ display: table, ownDisplay: true });
  const given = withDisplay(own, "mine", null, ["mine"]);
  expect(shownDisplay("mine", list, given)).toEqual({ display: list, ownDisplay: false });
});

test("of views that are gone no display is kept", () => {
  expect(withDisplay({ gone: table, open: list }, "mine", table, ["mine", "open"])).toEqual({
    open: list,
    mine: table,
  });
});
