import { expect, test } from "vitest";
import { closedFolders } from "./postgres-account";

test("a clone in a folder that only root may enter is noticed", () => {
  const modeOf = (folder: string) => (folder === "/root" ? 0o40700 : 0o40755);
  expect(closedFolders("/root/desk/.data/postgres", modeOf)).toEqual(["/root"]);
  expect(closedFolders("/srv/desk/.data/postgres", modeOf)).toEqual([]);
});
