import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runDesk } from "./run";
import { verbs } from "./verbs";

const always = {
  timeZone: "UTC",
  weekly: { mon: [["00:00", "24:00"]], tue: [["00:00", "24:00"]] },
};
const question = (minutes: unknown) => ({
  calendar: always,
  start: "2026-03-02T10:00:00Z",
  minutes,
});
const invalid = { error: { code: "invalid", message: expect.any(String) } };

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "desk-"));
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function file(content: unknown): Promise<string> {
  const path = join(folder, `${files++}.json`);
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const desk = async (command: string, ...paths: string[]) => {
  const { exit, value } = await runDesk([...command.split(" "), ...paths]);
  return { exit, value };
};

/** The command as typed, in a process of its own. */
function typed(
  args: string[],
  input: string,
  env: Record<string, string> = {},
): Promise<{ exit: number | null; out: string }> {
  return new Promise((resolve, reject) => {
    const command = ["--import", "tsx", "scripts/desk/main.ts", ...args];
    const child = spawn(process.execPath, command, { env: { ...process.env, ...env } });
    let out = "";
    child.stdout.on("data", (part) => {
      out += String(part);
    });
    child.on("error", reject);
    child.on("close", (exit) => resolve({ exit, out }));
    child.stdin.end(input);
  });
}

describe("one question or many", () => {
  test("an object gives an object, an array an array of the same order", async () => {
    const due = (time: string) => ({ due: `2026-03-02T${time}:00Z` });
    expect(await desk("sla due", await file(question(60)))).toEqual({
      exit: 0,
      value: due("11:00"),
    });
    expect(await desk("sla due", await file([question(60), question(30)]))).toEqual({
      exit: 0,
      value: [due("11:00"), due("10:30")],
    });
    expect(await desk("sla due", await file([]))).toEqual({ exit: 0, value: [] });
    expect(await desk("sla due", await file(question(60)), await file(question(1)))).toEqual({
      exit: 0,
      value: [due("11:00"), due("10:01")],
    });
  });

  test("what cannot be answered stands in its place and the others still come", async () => {
    const never = { ...question(1), calendar: { timeZone: "UTC", weekly: {} } };
    const path = await file([question(60), question(0), never, null, 7, question(60)]);
    expect(await desk("sla due", path)).toEqual({
      exit: 1,
      value: [
        { due: "2026-03-02T11:00:00Z" },
        invalid,
        { error: { code: "no_working_time", message: expect.any(String) } },
        invalid,
        invalid,
        { due: "2026-03-02T11:00:00Z" },
      ],
    });
  });

  test("a file that is not there, or no JSON, is unreadable among others", async () => {
    const unreadable = { error: { code: "unreadable", message: expect.any(String) } };
    const paths = [await file(question(60)), join(folder, "gone.json"), await file("{ no")];
    expect(await desk("sla due", ...paths)).toEqual({
      exit: 1,
      value: [{ due: "2026-03-02T11:00:00Z" }, unreadable, unreadable],
    });
    expect(await desk("sla due", join(folder, "gone.json"))).toEqual({
      exit: 1,
      value: unreadable,
    });
    expect(await desk("sla due", await file("{ no"))).toEqual({ exit: 2, value: unreadable });
    expect((await desk("sla due", await file(""))).exit).toBe(2);
  });
});

test("as many entries as a file holds are answered", async () => {
  const many = <Entry>(entry: Entry) => Array<Entry>(150_000).fill(entry);
  const policies = many({ type: "Pods", value: 1, periodSeconds: 15 });
  const asked = {
    ...{ replicas: 3, max: 9, metrics: [{ kind: "total", target: 1, value: 4 }] },
    behavior: { scaleUp: { policies } },
    history: { recommendations: many({ secondsAgo: 1, replicas: 3 }) },
  };
  expect(await desk("scaling decide", await file(asked))).toMatchObject({
    exit: 0,
    value: { replicas: 4 },
  });
});

describe("what makes no sense", () => {
  test.each([
    ["an unknown key", { ...question(60), hurry: true }],
    ["an unknown key further in", { ...question(60), calendar: { ...always, tz: "UTC" } }],
    [
      "an unknown weekday",
      { ...question(60), calendar: { timeZone: "UTC", weekly: { monday: [] } } },
    ],
    ["a key that is missing", { calendar: always, minutes: 60 }],
    ["no minutes", question(0)],
    ["minutes as words", question("60")],
    ["a start without an offset", { ...question(60), start: "2026-03-02T10:00:00" }],
    [
      "a pause that ends before it begins",
      { ...question(60), pauses: [{ from: "2026-03-02T10:00:00Z", to: "2026-03-02T09:00:00Z" }] },
    ],
    [
      "overlapping hours",
      {
        ...question(60),
        calendar: {
          timeZone: "UTC",
          weekly: {
            mon: [
              ["09:00", "12:00"],
              ["11:00", "13:00"],
            ],
          },
        },
      },
    ],
  ])("%s is refused with words", async (_, asked) => {
    expect(await desk("sla due", await file(asked))).toEqual({ exit: 1, value: invalid });
  });

  test.each([
    ["no creation", []],
    [
      "two creations",
      [
        { type: "created", at: "2026-03-02T10:00:00Z" },
        { type: "created", at: "2026-03-02T11:00:00Z" },
      ],
    ],
    ["an unknown event", [{ type: "exploded", at: "2026-03-02T10:00:00Z" }]],
    ["an unknown status", [{ type: "created", at: "2026-03-02T10:00:00Z", status: "new" }]],
  ])("a story with %s is refused", async (_, events) => {
    const asked = {
      calendar: always,
      targets: { resolution: 60 },
      events,
      now: "2026-03-02T12:00:00Z",
    };
    expect(await desk("sla clock", await file(asked))).toEqual({ exit: 1, value: invalid });
  });

  test("a key of megabytes is not told back", async () => {
    const asked = { ...question(60), ["k".repeat(2_000_000)]: 1 };
    const { exit, value } = await desk("sla due", await file(asked));
    expect({ exit, value }).toEqual({ exit: 1, value: invalid });
    expect(JSON.stringify(value).length).toBeLessThan(2_000);
  });

  test("the message names the place", async () => {
    const asked = { ...question(60), calendar: { ...always, holidays: ["2026-02-30"] } };
    const { value } = await desk("sla due", await file(asked));
    expect(value).toEqual({
      error: {
        code: "invalid",
        message: 'calendar.holidays[0]: "2026-02-30" is no date (YYYY-MM-DD)',
      },
    });
  });
});

describe("the command itself", () => {
  test.each(["", "sla", "sla nonsense", "nonsense due", "toString call", "help sla nonsense"])(
    'there is no command "%s"',
    async (command) => expect((await desk(command)).exit).toBe(2),
  );

  test("a switch that the command does not have is refused", async () => {
    expect((await desk("sla due --resolve", await file(question(60)))).exit).toBe(2);
  });

  test("-h is help, as elsewhere", async () => {
    expect(await desk("sla due -h")).toMatchObject({ exit: 0, value: { command: "sla due" } });
  });

  test("help lists every command, and each example is answered", async () => {
    expect(await desk("help")).toMatchObject({
      exit: 0,
      value: { commands: Object.keys(verbs).map((command) => ({ command })) },
    });
    for (const command of Object.keys(verbs)) {
      expect(await desk(`help ${command}`), command).toMatchObject({ exit: 0, value: { command } });
    }
  });
});

/** Each is a process that takes its time to start: they start side by side. */
describe.concurrent("as typed at a terminal", () => {
  test("standard input is answered on standard output, on one line or indented", async () => {
    const [plain, pretty] = await Promise.all([
      typed(["sla", "due"], JSON.stringify([question(60), {}])),
      typed(["sla", "due", "--pretty"], JSON.stringify(question(60))),
    ]);
    expect(plain.exit).toBe(1);
    expect(plain.out.trim().split("\n")).toHaveLength(1);
    expect(JSON.parse(plain.out)).toEqual([{ due: "2026-03-02T11:00:00Z" }, invalid]);
    expect(pretty).toEqual({ exit: 0, out: '{\n  "due": "2026-03-02T11:00:00Z"\n}\n' });
  });

  test("what the program logs on its way is no part of the answer", async () => {
    const letter = await file("From: ann@x.example\r\nSubject: Help\r\n\r\nIt jams.\r\n");
    const { exit, out } = await typed(["mail", "preview", letter], "", { LOG_LEVEL: "info" });
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ subject: "Help", action: "new" });
  });

  test("what is no JSON ends with 2, and standard output is JSON all the same", async () => {
    const { exit, out } = await typed(["sla", "due"], "{ due soon");
    expect(exit).toBe(2);
    expect(JSON.parse(out)).toEqual({ error: { code: "unreadable", message: expect.any(String) } });
  });

  test("ten thousand clocks are one question", async () => {
    const asked = {
      calendar: always,
      targets: { firstResponse: 60, nextResponse: 60, resolution: 600 },
      events: [{ type: "created", at: "2026-03-02T10:00:00Z" }],
      now: "2026-03-02T10:30:00Z",
    };
    const { exit, out } = await typed(["sla", "clock"], JSON.stringify(Array(10_000).fill(asked)));
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toHaveLength(10_000);
  });
});
