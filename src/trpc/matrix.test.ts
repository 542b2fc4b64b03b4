import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Actor, type Role, roles } from "@/platform/auth/actor";
import { aCommandId } from "@/testing/builders";
import { callAs, callInputs, procedureNames, queryNames } from "@/testing/calls";
import { type TestServices, testServices } from "@/testing/database";
import { aRequester, aScene, type Scene, someone, staffCanary } from "@/testing/scene";
import { refusalOf } from "./errors";
import { matrix, type Outcome, ownRequests, type Row, type Standing, standings } from "./matrix";

const folder = mkdtempSync(join(tmpdir(), "matrix-"));
let services: TestServices;
beforeAll(async () => {
  services = await testServices({ STORAGE_DIR: folder, RATE_LIMIT_FACTOR: "100" });
  await someone("admin");
});
afterAll(async () => {
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});

type Heard = { outcome: string; answer: string };

const isListed = (name: string) =>
  /^(tickets|requests|drafts)\.list$|^search\.(tickets|requests)$/.test(name);

async function hear(name: string, actor: Actor | null, scene: Scene, input: unknown) {
  const answered = await callAs(name, actor, input).then(
    (answer): Heard => ({ outcome: "ok", answer: JSON.stringify(answer) ?? "" }),
    (thrown: unknown): Heard => {
      if (!(thrown instanceof TRPCError)) throw thrown;
      const { code } = refusalOf(thrown);
      if (code === "internal") throw thrown;
      return { outcome: code, answer: "" };
    },
  );
  if (isListed(name) && answered.outcome === "ok" && !answered.answer.includes(scene.ticketId))
    return { ...answered, outcome: "hidden" };
  return answered;
}

/** One scene for every caller; only who calls differs. */
async function meet(role: Role | "nobody", standing: Standing) {
  const requesterRole = standing === "own" && role !== "nobody" ? role : "customer";
  const { requester, organizationId } = await aRequester(requesterRole, standing === "sharing");
  const scene = await aScene(requester);
  if (role === "nobody") return { scene, actor: null };
  if (standing === "own") return { scene, actor: requester };
  const colleagues = standing === "sharing" || standing === "notSharing";
  return { scene, actor: await someone(role, colleagues ? organizationId : null) };
}

/** What lists show changes with every other scene, and what a mutation finds with every other one. */
const onlyReads = (name: string) => queryNames.includes(name) && !isListed(name);
const metBefore = new Map<string, ReturnType<typeof meet>>();

/** Who only reads finds the same scene as all others who do. */
function meetAgain(role: Role | "nobody", standing: Standing): ReturnType<typeof meet> {
  const key = `${role}, ${standing}`;
  const met = metBefore.get(key) ?? meet(role, standing);
  metBefore.set(key, met);
  return met;
}

async function outcomesOf(name: string, inputOf: (scene: Scene) => unknown): Promise<Row> {
  const meets = onlyReads(name) ? meetAgain : meet;
  const cell = async (role: Role, standing: Standing) => {
    const { scene, actor } = await meets(role, standing);
    const { outcome, answer } = await hear(name, actor, scene, await inputOf(scene));
    if (role === "customer") expect(answer).not.toContain(staffCanary);
    return [standing, outcome] as const;
  };
  const byRole = async (role: Role) => [
    role,
    Object.fromEntries(await Promise.all(standings.map((standing) => cell(role, standing)))),
  ];
  const { scene } = await meets("nobody", "other");
  const { outcome: nobody } = await hear(name, null, scene, await inputOf(scene));
  const rest = Object.fromEntries(await Promise.all(roles.map(byRole)));
  return { nobody, ...rest };
}

test("every procedure of the API has its row, and no row is left over", () => {
  expect(Object.keys(matrix).sort()).toEqual([...procedureNames].sort());
  expect(Object.keys(callInputs).sort()).toEqual([...procedureNames].sort());
});

describe("whoever calls gets what the matrix says and nothing else", () => {
  test.each(procedureNames)("%s", async (name) => {
    const inputOf = callInputs[name];
    if (inputOf === undefined) throw new Error(`${name} has no input`);
    expect(await outcomesOf(name, inputOf)).toEqual(matrix[name]);
  });

  test("requests.list without the colleagues' tickets", async () => {
    expect(await outcomesOf("requests.list", () => ({ shared: false }))).toEqual(ownRequests);
  });
});

/** Procedures in which a stranger must not tell a ticket that is not theirs from none at all. */
const hides = (outcome: Outcome) => outcome.endsWith("_not_found");

test("what an actor may not see answers exactly like what does not exist", async () => {
  const { scene, actor } = await meet("customer", "other");
  const absent: Scene = {
    ...scene,
    ticketId: aCommandId(),
    number: 999_999_999,
    heldId: aCommandId(),
    attachmentId: aCommandId(),
    arrivedId: aCommandId(),
  };
  const hidden = procedureNames.filter((name) => hides(matrix[name]?.customer.other ?? "ok"));
  expect(hidden.length).toBeGreaterThan(8);
  for (const name of hidden) {
    const wordsOf = async (of: Scene) => {
      const thrown: unknown = await callAs(name, actor, await callInputs[name]?.(of)).catch(
        (error: unknown) => error,
      );
      if (!(thrown instanceof TRPCError)) throw new Error(`${name} answered`);
      const { code, detail } = refusalOf(thrown);
      // A client knows the ids that it sent; they may come back.
      const sent = new Set([of.attachmentId, of.arrivedId]);
      const rest = Object.entries(detail).filter(([, value]) => !sent.has(String(value)));
      return { name, code, rest, message: thrown.message };
    };
    expect(await wordsOf(scene)).toEqual(await wordsOf(absent));
  }
});
