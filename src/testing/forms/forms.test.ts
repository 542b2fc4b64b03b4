import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { everythingWritten } from "./discover";
import { allRecorded, formOf, isSame } from "./recorded";
import { unreadBy } from "./unread";

const root = join(import.meta.dirname, "..", "..", "..");
const written = await everythingWritten(root);
const recorded = allRecorded(root);
const known = ({ kind, name }: { kind: string; name: string }) =>
  recorded.filter((form) => form.kind === kind && form.name === name);

test("jobs of every queue, events of every module and all that goes over sockets are looked at", () => {
  expect(written.filter(({ kind }) => kind === "jobs").length).toBeGreaterThan(25);
  expect(written.filter(({ kind }) => kind === "events").length).toBeGreaterThan(35);
  expect(written.filter(({ kind }) => kind === "wire").length).toBeGreaterThan(8);
});

test.each(recorded.map((form) => ({ ...form, what: `${form.kind}: ${form.name}` })))(
  "$what, as it was published in version $version, is read by today's code",
  ({ kind, name, version, samples }) => {
    const today = written.find((one) => one.kind === kind && one.name === name);
    // What nobody writes any more may still lie in a queue for a while: its name stays known.
    expect(today, `${name} is gone: keep what reads it for one more edition`).toBeDefined();
    const schema = today?.schemaOf(version);
    expect(schema, `say in \`older\` how version ${version} of ${name} is read`).toBeDefined();
    for (const sample of samples)
      expect(
        z.safeParse(schema ?? z.never(), sample),
        `${name} is not read as ${JSON.stringify(sample)}: give it another version`,
      ).toMatchObject({ success: true });
  },
);

test.each(written.map((one) => ({ ...one, what: `${one.kind}: ${one.name}` })))(
  "$what, as today's code writes it, is read by whoever reads this version",
  (one) => {
    const { samples, version } = formOf(one);
    const readers = known(one).filter((form) => form.version === version);
    for (const { takes } of readers)
      expect(
        takes === null ? [] : unreadBy(takes, samples),
        `an older process does not read these: give ${one.name} another version, and say in \`older\` how this one is read`,
      ).toEqual([]);
  },
);

test.each(written.map((one) => ({ ...one, what: `${one.kind}: ${one.name}` })))(
  "$what is recorded as it is today",
  (one) => {
    const form = formOf(one);
    expect(
      known(one).some(({ kind: _kind, home: _home, ...each }) => isSame(each, form)),
      `${one.name} has another form than before: run npm run forms`,
    ).toBe(true);
  },
);
