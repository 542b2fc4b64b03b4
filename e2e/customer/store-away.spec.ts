import { expect, test } from "@playwright/test";
import * as z from "zod";
import { signedIn } from "../support/people";
import { order } from "../support/topology";

const refusalSchema = z.object({
  error: z.object({ data: z.object({ appCode: z.string(), httpStatus: z.number() }) }),
});

test("a session store that is away is said to be away, and nobody is signed out by it", async ({
  browser,
}) => {
  const jonas = await signedIn(browser, "jonas");
  const mia = await signedIn(browser, "mia", { web: 1 });
  try {
    await order({ what: "stop-valkey" });
    for (const [{ page }, path] of [
      [jonas, "/portal"],
      [mia, "/tickets"],
    ] as const) {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(503);
      expect(answer?.headers()["retry-after"]).toBeDefined();
      await expect(page.getByRole("alert")).toContainText("You stay signed in");
    }
    const refused = await jonas.context.request.get("/api/trpc/identity.me");
    expect(refused.status()).toBe(503);
    expect(refusalSchema.parse(await refused.json()).error.data.appCode).toBe(
      "session_store_unavailable",
    );
  } finally {
    await order({ what: "restart-valkey" });
  }
  // The pages try again by themselves.
  await expect(jonas.page.getByRole("heading", { name: "How can we help?" })).toBeVisible({
    timeout: 60_000,
  });
  await expect(mia.page.getByRole("grid")).toBeVisible({ timeout: 60_000 });
  await jonas.context.close();
  await mia.context.close();
});
