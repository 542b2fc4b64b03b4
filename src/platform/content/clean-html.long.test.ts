import { describe, test } from "vitest";
import { expectCheap, hostileHtml } from "@/testing/hostile-html";

describe("a hostile megabyte costs no more than an honest one", () => {
  test.each(hostileHtml(1_000_000))("%s", (_, html) => expectCheap(html));
});
