import { expect, test } from "vitest";
import { noteVersion, onOutdated, outdated } from "./version";

test("a page learns once that its servers are of another version, and not from their silence", () => {
  let told = 0;
  const forget = onOutdated(() => {
    told += 1;
  });
  for (const said of [null, "1+a", "1+a", null]) noteVersion(said);
  expect([outdated(), told]).toEqual([false, 0]);
  // While both versions serve, answers of the own one change nothing any more.
  for (const said of ["1+b", "1+a", "1+b"]) noteVersion(said);
  expect([outdated(), told]).toEqual([true, 1]);
  forget();
});
