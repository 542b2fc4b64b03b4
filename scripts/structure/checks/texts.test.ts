import { expect, test } from "vitest";
import { saidOf } from "../planted";
import { logicalSides, textsSpoken, textsUsed } from "./texts";

const at = "src/modules/tickets/components/portal/list.tsx";
const component = (jsx: string) => `export const List = () => ${jsx};`;

test.each([
  component("<p>My requests</p>"),
  component('<nav aria-label="Whose requests" />'),
  component("<Field label={`Subject`} />"),
])("words written into what customers see are told where they belong: %s", async (text) => {
  expect(await saidOf(textsSpoken, { [at]: text })).toEqual([
    expect.stringMatching(/src\/platform\/i18n\/messages/),
  ]);
});

test("what is said by its key, signs, and the console are left alone", async () => {
  const said = component('<p title={say("mine")}>{say("mine")} #{number}, {"·"}</p>');
  expect(await saidOf(textsSpoken, { [at]: said })).toEqual([]);
  const staff = "src/modules/tickets/components/queue/list.tsx";
  expect(await saidOf(textsSpoken, { [staff]: component("<p>My queue</p>") })).toEqual([]);
});

test.each(["ml-2", "md:pr-4", "text-left", "-ml-px", "border-l", "left-0", "rounded-r-card"])(
  "%s knows left from right",
  async (name) => {
    const text = component(`<p className="flex ${name} gap-2" />`);
    expect(await saidOf(logicalSides, { [at]: text })).toHaveLength(1);
  },
);

test("start and end, all sides, and names that only look alike are no sides of the screen", async () => {
  const text = component(
    '<p className={cx("ms-2 pe-4 text-start border-line px-4 md:-ms-1", on)} />',
  );
  expect(await saidOf(logicalSides, { [at]: text })).toEqual([]);
});

test("a text that nobody says is left over", async () => {
  const messages = "src/platform/i18n/messages/en/list.json";
  const files = { [messages]: '{ "mine": "Mine", "gone": "Gone" }', [at]: 'say("mine");' };
  expect(await saidOf(textsUsed, files)).toEqual([expect.stringMatching(/gone is said nowhere/)]);
});
