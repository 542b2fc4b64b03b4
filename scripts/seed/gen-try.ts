import { batches } from "./large/generate";
import { populate } from "./large/population";
import { seeded } from "./random";

const n = 50_000,
  untilMs = Date.UTC(2026, 10, 24),
  fromMs = untilMs - 730 * 86_400_000;
const population = populate(seeded(1, 1), { tickets: n, seed: 1, fromMs });
const desk = { teamId: "x", agents: population.agents };
const t0 = performance.now();
let bytes = [0, 0, 0],
  t = 0,
  m = 0;
for await (const b of batches(
  1,
  { tickets: n, fromMs, untilMs },
  { population, desks: { orders: [desk], sensors: [desk], growing: [desk], business: [desk] } },
)) {
  for (const x of b.tickets) bytes[0] += x.length;
  for (const x of b.messages) bytes[1] += x.length;
  for (const x of b.activity) bytes[2] += x.length;
  t += b.count;
  m += b.messageCount;
}
console.log(
  t,
  m,
  bytes.map((x) => x / 1e6),
  ((performance.now() - t0) / n) * 1000,
  "us per ticket",
);
