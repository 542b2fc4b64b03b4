import { beforeEach, expect, test, vi } from "vitest";
import type { DraftView } from "../../../schema";
import type { BrowserStore, Kept } from "./browser-store";
import { type DraftKey, keyOf, type Written } from "./draft";
import { DraftKeeper, type Saved } from "./keeper";

const ticketId = "0190a000-0000-7000-8000-000000000001";
const key = keyOf(ticketId, "reply");
const pace = { pauseMs: 600, againMs: 3_000 };

const view = (body: string, version: number): DraftView => ({
  ticketId,
  number: 1,
  subject: "The door",
  requesterName: "Anna",
  kind: "reply",
  body,
  words: body,
  files: [],
  after: null,
  version,
  savedAt: "2026-11-24T14:02:00.000Z",
});

function aBrowser(): BrowserStore & { kept: Map<DraftKey, Kept> } {
  const kept = new Map<DraftKey, Kept>();
  return {
    kept,
    read: (of) => kept.get(of) ?? null,
    write: (of, what) => {
      if (what === null) kept.delete(of);
      else kept.set(of, what);
      return true;
    },
    keys: () => [...kept.keys()],
  };
}

/** A server that keeps one draft as the real one does. */
function aServer() {
  let stands: DraftView | null = null;
  let clock = 0;
  let reachable = true;
  const saved: string[] = [];
  return {
    saved,
    puts: (body: string) => {
      clock += 1;
      stands = view(body, clock);
      return stands;
    },
    cut: (is: boolean) => {
      reachable = !is;
    },
    save: async (_: DraftKey, written: Written, base: number | null): Promise<Saved> => {
      if (!reachable) throw new Error("The line is cut.");
      if (stands !== null && stands.version !== base) return { state: "changed", draft: stands };
      clock += 1;
      stands = view(written.text, clock);
      saved.push(written.text);
      return { state: "saved", version: clock, savedAt: stands.savedAt };
    },
    fetch: async () => (stands === null ? [] : [stands]),
  };
}

let browser: ReturnType<typeof aBrowser>;
let server: ReturnType<typeof aServer>;
let keeper: DraftKeeper;
beforeEach(() => {
  vi.useFakeTimers();
  browser = aBrowser();
  server = aServer();
  keeper = new DraftKeeper(browser, pace);
  keeper.connect(server);
  return () => vi.useRealTimers();
});

const pause = () => vi.advanceTimersByTimeAsync(pace.pauseMs);

test("what is written is saved after a pause, once, and says when", async () => {
  keeper.write(key, { text: "Try" });
  await vi.advanceTimersByTimeAsync(pace.pauseMs - 1);
  keeper.write(key, { text: "Try it" });
  await vi.advanceTimersByTimeAsync(pace.pauseMs - 1);
  expect(server.saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(server.saved).toEqual(["Try it"]);
  expect(keeper.get(key)).toMatchObject({ kept: "server", version: 1 });
  expect(browser.kept.size).toBe(0);
});

test("while the server cannot be reached the words lie in the browser, and go to it later", async () => {
  server.cut(true);
  keeper.write(key, { text: "Try it" });
  await pause();
  expect(keeper.get(key).kept).toBe("browser");
  // The page goes and comes again.
  server.cut(false);
  const next = new DraftKeeper(browser, pace);
  expect(next.get(key).text).toBe("Try it");
  next.connect(server);
  await pause();
  expect(server.saved).toEqual(["Try it"]);
  await vi.advanceTimersByTimeAsync(pace.againMs);
});

test("what another device wrote shows where nothing was written here", () => {
  keeper.get(key);
  keeper.hear([server.puts("On the phone")]);
  expect(keeper.get(key)).toMatchObject({ text: "On the phone", other: null });
  expect(keeper.tickets()).toEqual(new Set([ticketId]));
});

test.each([
  ["mine", "On the desk"],
  ["theirs", "On the phone"],
  ["both", "On the desk\n\nOn the phone"],
] as const)("changed on two devices, both are shown and %s is chosen", async (choice, text) => {
  keeper.write(key, { text: "On the desk" });
  server.puts("On the phone");
  await pause();
  expect(keeper.get(key)).toMatchObject({ text: "On the desk", other: { body: "On the phone" } });
  expect(browser.kept.get(key)?.text).toBe("On the desk");
  keeper.decide(key, choice);
  await pause();
  expect(keeper.get(key)).toMatchObject({ text, other: null, kept: "server" });
  expect((await server.fetch())[0]?.body).toBe(text);
});

test("what is sent while it is being saved does not come back", async () => {
  keeper.write(key, { text: "Try it" });
  vi.advanceTimersByTime(pace.pauseMs);
  const version = await keeper.take(key);
  expect(version).toBe(1);
  keeper.hear(await server.fetch());
  expect(keeper.get(key).text).toBe("");
  expect(keeper.tickets().size).toBe(0);
});

test("what is begun while the last one is being sent is a draft of its own", async () => {
  keeper.write(key, { text: "First" });
  await pause();
  const version = await keeper.take(key);
  keeper.write(key, { text: "Second" });
  await pause();
  expect((await server.fetch())[0]?.body).toBe("Second");
  keeper.sent(key, version);
  expect(keeper.get(key)).toMatchObject({ text: "Second", kept: "server", other: null });
});

test("what is on its way lies in the browser until it has arrived", async () => {
  keeper.write(key, { text: "Try it" });
  const version = await keeper.take(key);
  expect(browser.kept.get(key)?.text).toBe("Try it");
  keeper.sent(key, version);
  expect(browser.kept.size).toBe(0);
});

test("what was sent on another device is gone here, what is being written is not", async () => {
  keeper.get(key);
  keeper.hear([server.puts("On the phone")]);
  keeper.hearDropped(key, 1);
  expect(keeper.get(key).text).toBe("");
  keeper.write(key, { text: "On the desk" });
  keeper.hearDropped(key, 1);
  expect(keeper.get(key).text).toBe("On the desk");
});

test("a reply that could not be sent is a draft again, before what was begun meanwhile", async () => {
  keeper.write(key, { text: "First" });
  await keeper.take(key);
  keeper.write(key, { text: "Second" });
  keeper.giveBack(key, { text: "First", files: [], after: null });
  expect(keeper.get(key).text).toBe("First\n\nSecond");
});
