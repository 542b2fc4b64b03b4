import { expect, test } from "vitest";
import { type Planted, saidOf } from "../planted";
import { circles, doors, layers, lostImports, ranks } from "./graph";

const house: Planted = {
  "src/modules/tickets/index.ts": 'export { ticket } from "./queries";',
  "src/modules/tickets/queries.ts": "export const ticket = 1;",
  "src/modules/tickets/processors.ts": "export const work = 1;",
  "src/modules/sla/index.ts": "export type Clock = { minutesLeft: number };",
};

const withFile = (path: string, text: string): Planted => ({ ...house, [path]: text });

test("a module that imports one above it is told to send an event", async () => {
  const said = await saidOf(
    ranks,
    withFile("src/modules/tickets/live.ts", '\nimport { clock } from "@/modules/sla";\nclock;'),
  );
  expect(said).toEqual([expect.stringMatching(/^src\/modules\/tickets\/live\.ts:2 .*sla.*event/)]);
});

test("an import of a type alone counts for the ranks too", async () => {
  const text = 'import type { Clock } from "@/modules/sla";\nexport type Mine = Clock;';
  expect(await saidOf(ranks, withFile("src/modules/tickets/types.ts", text))).toHaveLength(1);
  const inline = 'export type Mine = import("@/modules/sla").Clock;';
  expect(await saidOf(ranks, withFile("src/modules/tickets/types.ts", inline))).toHaveLength(1);
});

test("an import that is made late is still an import", async () => {
  const text = 'export const later = async () => await import("@/modules/sla");';
  expect(await saidOf(ranks, withFile("src/modules/tickets/jobs.ts", text))).toHaveLength(1);
});

test("an import below a page full of markup and generics is seen", async () => {
  const text = `export const Row = <T extends object,>({ of }: { of: T }) => <p title="it's">{"<" + String(of)}</p>;
export { clock } from "@/modules/sla";`;
  expect(
    await saidOf(ranks, withFile("src/modules/tickets/components/row.tsx", text)),
  ).toHaveLength(1);
});

test("reactors do not know each other", async () => {
  const text = 'import { clock } from "@/modules/sla";\nclock;';
  expect(await saidOf(ranks, withFile("src/modules/mail/index.ts", text))).toHaveLength(1);
});

test("a reactor may use the core through its door", async () => {
  const files = withFile(
    "src/modules/sla/jobs.ts",
    'import { ticket } from "@/modules/tickets";\nticket;',
  );
  expect(await saidOf(ranks, files)).toEqual([]);
  expect(await saidOf(doors, files)).toEqual([]);
});

test("a module without a rank is asked for one", async () => {
  const said = await saidOf(ranks, withFile("src/modules/gossip/index.ts", "export const a = 1;"));
  expect(said).toEqual([expect.stringContaining("src/modules/gossip:1 has no rank")]);
});

test("nobody climbs into another module past its door", async () => {
  for (const path of ["src/modules/sla/jobs.ts", "src/app/page.tsx", "web/main.ts"]) {
    const said = await saidOf(
      doors,
      withFile(path, 'import { ticket } from "@/modules/tickets/queries";\nticket;'),
    );
    expect(said).toEqual([expect.stringMatching(/is inside another module: import its index\.ts/)]);
  }
});

test("a test may look at everything of its own module and nothing inside another", async () => {
  const text = 'import { ticket } from "@/modules/tickets/queries";\nticket;';
  expect(await saidOf(doors, withFile("src/modules/tickets/rules/a.test.ts", text))).toEqual([]);
  expect(await saidOf(doors, withFile("src/modules/sla/a.test.ts", text))).toHaveLength(1);
});

test("processors are for the worker alone", async () => {
  const text = 'import { work } from "@/modules/tickets/processors";\nwork;';
  expect(await saidOf(doors, withFile("worker/main.ts", text))).toEqual([]);
  expect(await saidOf(doors, withFile("web/main.ts", text))).toHaveLength(1);
  const inDoor = withFile("src/modules/tickets/index.ts", 'export { work } from "./processors";');
  expect(await saidOf(doors, inDoor)).toHaveLength(1);
});

test("routes are imported by nobody", async () => {
  const files = {
    ...withFile("src/app/(console)/queue/[view]/page.tsx", "export default () => <p />;"),
    "src/ui/link.tsx": 'import Page from "@/app/(console)/queue/[view]/page";\nexport { Page };',
  };
  expect(await saidOf(doors, files)).toHaveLength(1);
});

test.each([
  ["the platform knows no module", "src/platform/outbox/index.ts", "@/modules/tickets"],
  ["the design system knows no module", "src/ui/button.tsx", "@/modules/tickets"],
  ["the design system knows nothing of the server's platform", "src/ui/row.tsx", "@/platform/log"],
  ["running code does not need the harness of tests", "src/modules/sla/jobs.ts", "@/testing"],
  ["the source does not import a process", "src/platform/queues/a.ts", "../../../worker/main"],
  ["one process does not import another", "web/main.ts", "../worker/main"],
  ["a module does not know the root of the API", "src/modules/sla/router.ts", "@/trpc/root"],
  ["the frame of the API knows no module", "src/trpc/context.ts", "@/modules/tickets"],
])("%s", async (_, path, imported) => {
  const said = await saidOf(layers, {
    ...house,
    "src/platform/log/index.ts": "export const log = 1;",
    "src/platform/clock/index.ts": "export const now = 1;",
    "src/testing/index.ts": "export const at = 1;",
    "src/trpc/root.ts": "export const root = 1;",
    "worker/main.ts": "export const worker = 1;",
    [path]: `import "${imported}";`,
  });
  expect(said).toEqual([expect.stringMatching(new RegExp(`^${path.replace(/\./g, "\\.")}:1 `))]);
});

test("the root of the API may join modules, and the design system may ask for the time", async () => {
  const said = await saidOf(layers, {
    ...house,
    "src/platform/clock/index.ts": "export const now = 1;",
    "src/trpc/root.ts": 'import { ticket } from "@/modules/tickets";\nticket;',
    "src/ui/time.ts": 'import { now } from "@/platform/clock";\nnow;',
  });
  expect(said).toEqual([]);
});

test("a circle of folders is seen though no two files import each other", async () => {
  const said = await saidOf(circles, {
    "src/platform/outbox/index.ts": 'export { relay } from "./relay";',
    "src/platform/outbox/relay.ts": 'import { queue } from "@/platform/queues";\nqueue;',
    "src/platform/outbox/event.ts": "export type Event = { at: string };",
    "src/platform/queues/index.ts": "export const queue = 1;",
    "src/platform/queues/job.ts":
      'import type { Event } from "@/platform/outbox/event";\nexport type J = Event;',
  });
  expect(said).toEqual([expect.stringMatching(/src\/platform\/outbox.*src\/platform\/queues/)]);
});

test("an import that leads nowhere is said, for no other check can follow it", async () => {
  const said = await saidOf(lostImports, withFile("src/modules/sla/a.ts", 'import "./gone";'));
  expect(said).toEqual([expect.stringContaining('src/modules/sla/a.ts:1 "./gone" leads nowhere')]);
});

test("a circle that goes through an inner folder is one too, and a test makes none", async () => {
  const files = {
    "src/platform/outbox/index.ts": 'import { redo } from "@/platform/queues/retry/redo";\nredo;',
    "src/platform/queues/retry/redo.ts": "export const redo = 1;",
  };
  const back = 'import "@/platform/outbox";';
  expect(await saidOf(circles, { ...files, "src/platform/queues/index.ts": back })).toHaveLength(1);
  expect(await saidOf(circles, { ...files, "src/platform/queues/a.test.ts": back })).toEqual([]);
});

test("the root of the API joins routers that stand on its frame, and that is no circle", async () => {
  const files = {
    "src/trpc/procedures.ts": "export const procedure = 1;",
    "src/trpc/root.ts": 'import { router } from "@/modules/tickets";\nrouter;',
    "src/modules/tickets/index.ts": 'export { router } from "./router";',
    "src/modules/tickets/router.ts":
      'import { procedure } from "@/trpc/procedures";\nexport const router = procedure;',
  };
  expect(await saidOf(circles, files)).toEqual([]);
});
