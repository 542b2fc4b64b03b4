import { expect, test } from "@playwright/test";
import { signedIn } from "../support/people";
import { order } from "../support/topology";

test("an admin sees every process, and the one that is gone", async ({ browser }) => {
  const ada = await signedIn(browser, "ada");
  await ada.page.goto("/admin/processes");
  await expect(ada.page.getByText("All 6 processes are in order.")).toBeVisible();
  await order({ what: "kill", name: "worker-2" });
  await expect(ada.page.getByText("All 6 processes are in order.")).toHaveCount(0, {
    timeout: 60_000,
  });
  await order({ what: "start", name: "worker-2" });
  await ada.context.close();
});
