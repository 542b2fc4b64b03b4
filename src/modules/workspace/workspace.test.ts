import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/platform/auth/actor";
import { isAppError } from "@/platform/errors";
import { languages } from "@/platform/i18n/client";
import { limits } from "@/platform/limits";
import { aCommandId, aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { saveLogo } from "./commands/save-logo";
import { saveWorkspace } from "./commands/save-workspace";
import { answerLogo } from "./queries/logo";
import { workspaceLook, workspaceSettings } from "./queries/settings";
import { troubleFor } from "./rules/trouble";

let services: TestServices;
let ada: Actor;
beforeAll(async () => {
  services = await testServices();
  ada = await aPerson({ role: "admin", name: "Ada" });
});
afterAll(() => services.close());

const saves = async (more: Record<string, unknown>) => {
  const { changes: _changes, logo: _logo, ...settings } = await workspaceSettings();
  const given = { commandId: aCommandId(), ...settings };
  return saveWorkspace.execute(ada, saveWorkspace.schema.parse({ ...given, ...more }));
};
const refusal = (thrown: unknown) => (isAppError(thrown) ? thrown.code : thrown);

/** The smallest PNG that there is. */
const png =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

test("what an admin saves is what the next page shows, and the history says who did it", async () => {
  await saves({ name: "Fjord & Fern", accent: "#8a1a14", languages: ["de", "en"] });
  const look = await workspaceLook();
  expect(look).toMatchObject({ name: "Fjord & Fern", languages: ["de", "en"], logo: null });
  expect(look.accent?.light).toBe("#8a1a14");
  const { changes } = await workspaceSettings();
  expect(changes.map(({ by, field, after }) => `${by} ${field} ${after}`).sort()).toEqual([
    "Ada accent #8a1a14",
    "Ada languages de, en",
    "Ada name Fjord & Fern",
  ]);
});

test("what is known to be wrong is told in the reader's language, else in another, until it is emptied", async () => {
  await saves({ trouble: { en: " Payments are slow. ", es: "" } });
  const { trouble } = await workspaceLook();
  expect(trouble).toEqual({ en: "Payments are slow." });
  expect(troubleFor(trouble, "de", languages)).toEqual({
    language: "en",
    text: "Payments are slow.",
  });
  await saves({ trouble: { ...trouble, de: "Zahlungen dauern." } });
  expect(troubleFor((await workspaceLook()).trouble, "de", languages)?.text).toBe(
    "Zahlungen dauern.",
  );
  // A reader of a third language gets the one that most people read, whatever was written first.
  expect(
    troubleFor({ de: "Zahlungen dauern.", en: "Payments are slow." }, "es", languages),
  ).toEqual({
    language: "en",
    text: "Payments are slow.",
  });
  const words = "x".repeat(limits.troubleCharsMax + 1);
  await expect(saves({ trouble: { en: words } })).rejects.toThrow();
  await saves({ trouble: { en: "", de: "  " } });
  expect(troubleFor((await workspaceLook()).trouble, "de", languages)).toBeNull();
  const [last] = (await workspaceSettings()).changes;
  expect(last).toMatchObject({
    field: "trouble",
    before: expect.stringContaining("slow"),
    after: "",
  });
});

test("a colour that cannot be read is refused with one that could, and nothing is saved", async () => {
  const before = await workspaceSettings();
  const thrown: unknown = await saves({ accent: "#ffd400" }).catch((error: unknown) => error);
  expect(isAppError(thrown) && thrown.code).toBe("accent_refused");
  expect(isAppError(thrown) && thrown.detail.instead).toMatch(/^#[0-9a-f]{6}$/u);
  expect(await workspaceSettings()).toEqual(before);
});

test("who saves over somebody else's change is told first", async () => {
  expect(await saves({ version: 0 }).catch(refusal)).toBe("settings_changed");
});

test("a logo is what it is by its content, is served as nothing else, and a drawing with scripts is none", async () => {
  const { version } = await workspaceSettings();
  const given = { commandId: aCommandId(), version };
  const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>");
  const drawing = { ...given, logo: svg.toString("base64") };
  expect(await saveLogo.execute(ada, drawing).catch(refusal)).toBe("logo_refused");
  await saveLogo.execute(ada, { ...given, commandId: aCommandId(), logo: png });
  const { logo } = await workspaceLook();
  const answer = await answerLogo(logo?.split("/").at(-1) ?? "");
  expect(answer.headers.get("content-type")).toBe("image/png");
  expect(answer.headers.get("content-security-policy")).toContain("sandbox");
  expect(Buffer.from(await answer.arrayBuffer()).toString("base64")).toBe(png);
  expect((await answerLogo("another")).status).toBe(404);
});
