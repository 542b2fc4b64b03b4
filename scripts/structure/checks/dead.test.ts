import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { saidOf } from "../planted";
import { dead } from "./dead";

const knip = readFileSync(new URL("../../../knip.json", import.meta.url), "utf8");

test("a file, an export and a package that nobody uses are found from the entries we declare", async () => {
  const said = await saidOf(dead, {
    "knip.json": knip,
    "package.json": '{ "name": "a", "dependencies": { "left-alone": "1.0.0" } }',
    "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
    "web/main.ts": 'import { used } from "@/used";\nused();',
    "src/used.ts": "export const used = () => 1;\nexport const unused = 2;",
    "src/orphan.ts": "export const orphan = 3;",
  });
  expect(said).toHaveLength(3);
  expect(said).toContainEqual(
    expect.stringMatching(/^src\/orphan\.ts:1 the file is used by nobody/),
  );
  expect(said).toContainEqual(
    expect.stringMatching(/^src\/used\.ts:2 unused is exported and used by/),
  );
  expect(said).toContainEqual(
    expect.stringMatching(/^package\.json:1 left-alone is a package that/),
  );
});
