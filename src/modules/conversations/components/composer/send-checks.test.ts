import { expect, test } from "vitest";
import type { MessageView } from "../../schema";
import { mentionedAnywhere } from "./look-up-mention";
import { arrivedSince, mentioned } from "./send-checks";

const message = (id: string, authorId: string): MessageView => ({
  id,
  ticketId: "t",
  kind: "reply",
  state: "released",
  author: { id: authorId, name: authorId, side: "customer" },
  html: "",
  releaseAt: null,
  createdAt: "2026-11-24T12:00:00.000Z",
  attachments: [],
});

test("an agent hears of what a customer wrote while the reply was being written", () => {
  const messages = [message("1", "anna"), message("2", "mia"), message("3", "anna")];
  expect(arrivedSince(messages, "1", "mia").map(({ id }) => id)).toEqual(["3"]);
  expect(arrivedSince(messages, "3", "mia")).toEqual([]);
});

test("a draft of which nobody knows when it was begun stops nobody", () => {
  expect(arrivedSince([message("1", "anna")], null, "mia")).toEqual([]);
});

test("a colleague who is called in a reply is noticed, an address is not", () => {
  expect(mentioned("Thanks, @jonas can look", ["Jonas Berg", "Mia Lund"])).toBe("Jonas Berg");
  expect(mentioned("Look (@Mia), please", ["Jonas Berg", "Mia Lund"])).toBe("Mia Lund");
  expect(mentioned("Write to help@mia.example", ["Mia Lund"])).toBeNull();
  expect(mentioned("Write to help.@mia", ["Mia Lund"])).toBeNull();
});

test("in a large house whoever is called is looked up by name, and a silent line stops nobody", async () => {
  const asked: string[] = [];
  const find = async (words: string) => {
    asked.push(words);
    return words === "zoe" ? ["Zoe Lund"] : [];
  };
  expect(await mentionedAnywhere("Ask @Zoe and @max, at help@mia.example", find)).toBe("Zoe Lund");
  expect(asked).toEqual(["zoe", "max"]);
  expect(await mentionedAnywhere("No sign at all", find)).toBeNull();
  expect(asked).toHaveLength(2);
  const away = () => Promise.reject(new Error("offline"));
  expect(await mentionedAnywhere("Ask @Zoe", away)).toBeNull();
});
