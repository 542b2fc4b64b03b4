import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/platform/auth/actor";
import { db, sql } from "@/platform/database";
import { aPerson } from "@/testing/builders";
import { type TestServices, testServices } from "@/testing/database";
import { aMacro, aResponse, aTeam } from "@/testing/house";
import { usable } from "./access";
import { mayUse } from "./rules/scope";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
});
afterAll(() => services.close());

test("who may use a response or a macro, the rule and the filter say alike", async () => {
  const people: Actor[] = [];
  for (const role of ["agent", "agent", "admin", "customer"] as const)
    people.push(await aPerson({ role }));
  const teams = [await aTeam(), await aTeam()];
  const members = fc.subarray(people.flatMap(({ id }) => teams.map((teamId) => ({ id, teamId }))));
  const owners = fc.constantFrom(
    {},
    ...people.map(({ id }) => ({ ownerId: id })),
    ...teams.map((teamId) => ({ teamId })),
  );
  await fc.assert(
    fc.asyncProperty(members, owners, fc.constantFrom(...people), async (inTeams, owned, actor) => {
      await db.write.rows(sql`delete from team_members`);
      for (const { id, teamId } of inTeams)
        await db.write.rows(sql`
          insert into team_members (team_id, user_id) values (${teamId}, ${id})`);
      const teamIds = inTeams.filter(({ id }) => id === actor.id).map(({ teamId }) => teamId);
      const says = mayUse({ actor, teamIds }, { ownerId: null, teamId: null, ...owned });
      const response = await aResponse(owned);
      const macro = await aMacro(owned);
      const found = await db.write.rows(sql`
        select id from canned_responses
        where id = ${response} and ${usable(actor, "canned_responses")}`);
      const macros = await db.write.rows(sql`
        select id from macros where id = ${macro} and ${usable(actor, "macros")}`);
      expect([found.length, macros.length]).toEqual(says ? [1, 1] : [0, 0]);
    }),
    { numRuns: 40 },
  );
});
