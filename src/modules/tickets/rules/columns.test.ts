import { expect, test } from "vitest";
import {
  columnId,
  columnsMax,
  columnWidths,
  columnWords,
  dragged,
  dropped,
  firstColumns,
  moved,
  resized,
  ticketColumns,
  toggled,
} from "./columns";

const ids = (columns: readonly { id: string }[]) => columns.map(({ id }) => id);
const three = ["status", "subject", "team"].map((id) => ({ id, width: 160 }));

test("a column moves by one place and stops at the edge", () => {
  expect(ids(moved(three, "team", -1))).toEqual(["status", "team", "subject"]);
  expect(ids(moved(three, "team", 1))).toEqual(ids(three));
  expect(ids(moved(three, "status", -1))).toEqual(ids(three));
  expect(ids(moved(three, "gone", 1))).toEqual(ids(three));
});

test("a column is never too narrow to read nor wider than a screen", () => {
  const { min, step, max } = columnWidths;
  expect(resized(three, "team", 1)[2]?.width).toBe(160 + step);
  let columns: readonly { id: string; width: number }[] = three;
  for (let steps = 0; steps < 40; steps += 1) columns = resized(columns, "team", -1);
  expect(columns[2]?.width).toBe(min);
  for (let steps = 0; steps < 40; steps += 1) columns = resized(columns, "team", 1);
  expect(columns[2]?.width).toBe(max);
  expect(columns[0]?.width).toBe(160);
});

test("a dragged column keeps to whole pixels between the bounds, and leaves the others alone", () => {
  const { min, max } = columnWidths;
  const widths = (width: number) => dragged(three, "team", width).map((one) => one.width);
  expect(widths(200.4)).toEqual([160, 160, 200]);
  expect(widths(-50)).toEqual([160, 160, min]);
  expect(widths(9_000)).toEqual([160, 160, max]);
});

test("a column is dropped in the place of another, from either side", () => {
  expect(ids(dropped(three, "team", "status"))).toEqual(["team", "status", "subject"]);
  expect(ids(dropped(three, "status", "team"))).toEqual(["subject", "team", "status"]);
  expect(ids(dropped(three, "team", "team"))).toEqual(ids(three));
  expect(ids(dropped(three, "gone", "team"))).toEqual(ids(three));
  expect(ids(dropped(three, "team", "gone"))).toEqual(ids(three));
});

test("a column comes and goes, but never the one that opens the ticket, nor more than are kept", () => {
  expect(ids(toggled(three, "team"))).toEqual(["status", "subject"]);
  expect(ids(toggled(three, "field.color"))).toEqual([...ids(three), "field.color"]);
  expect(ids(toggled(three, "subject"))).toEqual(ids(three));
  const full = Array.from({ length: columnsMax }, (_, at) => ({ id: `field.f${at}`, width: 96 }));
  expect(toggled(full, "team")).toHaveLength(columnsMax);
});

test("every column has a name that can be kept, and the first ones are among them", () => {
  for (const id of ticketColumns) {
    expect(columnWords[id]).not.toBe("");
    expect(id).toMatch(columnId);
  }
  expect(ids(firstColumns).filter((id) => ticketColumns.every((one) => one !== id))).toEqual([]);
  expect("field.garden_size").toMatch(columnId);
  expect("Field.<b>").not.toMatch(columnId);
});
