import { expect, test } from "vitest";
import { costNow, withRequestContext } from "@/platform/process";
import { aRequest } from "@/testing/request";
import { noCost, noteStatementCost, withCallCost } from "./call-cost";

/** Sends statements with pauses between them, as calls side by side do. */
async function sends(count: number): Promise<void> {
  for (let each = 0; each < count; each += 1) {
    await Promise.resolve();
    noteStatementCost("select 1", 1);
  }
}

const counted = async (count: number) => {
  const cost = noCost();
  await withCallCost(cost, () => sends(count));
  cost.ended = true;
  return cost.statements;
};

test("calls side by side in one request count their own statements, and those after them theirs", async () => {
  await withRequestContext(aRequest(), async () => {
    expect(await Promise.all([counted(5), counted(3), counted(9)])).toEqual([5, 3, 9]);
    expect(await counted(2)).toBe(2);
  });
});

test("a call that a page makes is counted through the request that it begins", async () => {
  const cost = noCost();
  await withCallCost(cost, () => withRequestContext(aRequest(), () => sends(2)));
  expect(cost.statements).toBe(2);
});

test("a request within another's call begins anew", async () => {
  const cost = noCost();
  await withRequestContext(aRequest(), () =>
    withCallCost(cost, () => withRequestContext(aRequest(), () => sends(2))),
  );
  expect(cost.statements).toBe(0);
});

test("what one call makes within another is counted for it alone", async () => {
  const outer = noCost();
  await withRequestContext(aRequest(), () =>
    withCallCost(outer, async () => {
      await sends(1);
      expect(await counted(4)).toBe(4);
      await sends(1);
    }),
  );
  expect(outer.statements).toBe(2);
});

test("without a request it is counted as well, and a call that fails leaves nothing behind", async () => {
  expect(await counted(3)).toBe(3);
  await withRequestContext(aRequest(), async () => {
    const cost = noCost();
    const failing = withCallCost(cost, () => Promise.reject(new Error("no")));
    await expect(failing).rejects.toThrow("no");
    expect(costNow()).toBe(cost);
    cost.ended = true;
    expect(costNow()).toBeUndefined();
    // What the call left behind sends into nobody's account, and the next call into its own.
    await sends(1);
    expect(await counted(2)).toBe(2);
    expect(cost.statements).toBe(0);
  });
});
