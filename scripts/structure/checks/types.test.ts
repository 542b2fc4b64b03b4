import { expect, test } from "vitest";
import { saidOf } from "../planted";
import { types } from "./types";

const said = (text: string) => saidOf(types, { "src/a.ts": text });
const comment = (words: string) => `// ${words}\nexport const a = 1;`;

test.each([
  "export const a: any = 1;",
  "export const a = (b: unknown) => b as string;",
  "export const a = (b: unknown) => b as unknown as string[];",
  "export const a = <string>(b);",
  "export const a = [1][0]!;",
  "export class A { b!: string; }",
  'export * from "./b";',
  'export * as b from "./b";',
  comment(`@ts-${"ignore"}`),
  comment(`@ts-${"expect-error"} a reason`),
  comment(`biome-${"ignore"} lint: a reason`),
])("what silences the compiler is refused: %s", async (text) => {
  expect((await said(text)).length).toBeGreaterThan(0);
});

test("a cast is answered with what to do instead", async () => {
  expect(await said("export const a = (b: unknown) => b as string;")).toEqual([
    expect.stringMatching(/^src\/a\.ts:1 as string: parse with zod at the boundary/),
  ]);
});

test("as const, satisfies, renames and words in texts are welcome", async () => {
  const text = `import { b as c } from "./b";
export const a = [1, "x as any", \`b! as string\`] as const satisfies readonly unknown[];
export { c as d };
export const e = !a && a !== c;`;
  expect(await said(text)).toEqual([]);
});
