import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isActive } from "@/modules/tickets/client";
import { cleanHtml, htmlToText } from "@/platform/content";
import { limits } from "@/platform/limits";
import { seeded } from "../random";
import { lastWords } from "../rules";
import type { History } from "../unfold";
import { batches, type Cast, histories, type Span } from "./generate";
import { populate } from "./population";

const dayMs = 24 * 3_600_000;
const untilMs = Date.UTC(2026, 10, 24);
const span = (tickets: number): Span => ({ tickets, fromMs: untilMs - 730 * dayMs, untilMs });

function castOf(seed: number, tickets: number): Cast {
  const population = populate(seeded(seed, 1), { ...span(tickets), seed });
  const desk = { teamId: seeded(seed, 9).id(untilMs), agents: population.agents };
  return {
    population,
    desks: { orders: [desk], sensors: [desk], growing: [desk], business: [desk] },
  };
}

async function hashOf(seed: number, tickets: number): Promise<string> {
  const hash = createHash("sha256");
  for await (const batch of batches(seed, span(tickets), castOf(seed, tickets)))
    for (const lines of [batch.tickets, batch.messages, batch.activity])
      for (const each of lines) hash.update(each);
  return hash.digest("hex");
}

describe("a past that is made up", () => {
  const tickets = 5_000;
  const all: History[] = [...histories(7, span(tickets), castOf(7, tickets))];

  test("is the same for the same seed, and another one for another", async () => {
    const first = await hashOf(3, 600);
    expect(await hashOf(3, 600)).toBe(first);
    expect(await hashOf(4, 600)).not.toBe(first);
  });

  test("has as many tickets as asked for, and four messages for each", () => {
    expect(all).toHaveLength(tickets);
    expect(all.reduce((sum, { messages }) => sum + messages.length, 0)).toBe(4 * tickets);
  });

  test("leaves about two tickets in a hundred to be worked on", () => {
    const active = all.filter(({ ticket }) => isActive(ticket.status)).length;
    expect(active / tickets).toBeGreaterThan(0.015);
    expect(active / tickets).toBeLessThan(0.025);
  });

  test("shows on each ticket what its conversation says", () => {
    for (const { ticket, messages, activity } of all) {
      const times = messages.map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((one, other) => one - other));
      expect(times[0]).toBe(ticket.createdAt.getTime());
      expect(ticket.firstMessageAt.getTime()).toBe(times[0]);
      expect(ticket.lastMessageAt.getTime()).toBe(times.at(-1));
      expect(ticket.updatedAt.getTime()).toBeLessThanOrEqual(untilMs);

      const replies = messages.filter(({ kind }) => kind === "reply");
      const words = lastWords(replies.at(-1)?.body.text ?? "", limits.lastWordsCharsMax);
      expect(ticket.lastWords).toBe(words);
      const answered = replies.findLastIndex(({ by }) => by.staff);
      expect(ticket.waitingSince).toEqual(replies[answered + 1]?.at ?? null);

      expect(ticket.resolvedAt !== null).toBe(!isActive(ticket.status));
      expect(ticket.closedAt !== null).toBe(ticket.status === "closed");
      const changes = activity.filter(({ kind }) => kind === "changed").length;
      expect(ticket.version).toBeLessThanOrEqual(messages.length + changes);
    }
  });

  test("is written as the product would have written it", () => {
    for (const { messages } of all.slice(0, 60))
      for (const { body } of messages) {
        expect(cleanHtml(body.html).html).toBe(body.html);
        expect(htmlToText(body.html)).toBe(body.text);
        expect(body.text).not.toMatch(/[{}]/);
      }
  });
});
