import { demoHistories } from "./demo";

const { histories, workspace } = demoHistories(Date.now(), 10001);
const names = new Map(
  [...workspace.agents, workspace.ada, ...workspace.customers].map((p) => [p.id, p.name]),
);
const pick = process.argv.slice(2).map(Number);
for (const h of histories.filter((h) => pick.includes(h.ticket.number))) {
  console.log("=====", h.ticket.number, h.ticket.subject, h.ticket.status, h.ticket.priority);
  for (const m of h.messages)
    console.log(`--- ${m.at.toISOString()} ${names.get(m.by.id)} ${m.kind}\n${m.body.text}`);
  for (const a of h.activity)
    console.log(
      "   ",
      a.at.toISOString(),
      a.by && names.get(a.by.id),
      a.kind,
      JSON.stringify(a.detail).slice(0, 200),
    );
}
const act = histories.filter((h) => ["open", "pending", "on_hold"].includes(h.ticket.status));
console.log(
  act.length,
  act.filter((h) => h.ticket.status === "open").length,
  act.filter((h) => h.ticket.status === "on_hold").length,
  "mia open",
  act.filter((h) => h.ticket.status === "open" && h.ticket.assigneeId === workspace.mia.id).length,
  "unassigned open",
  act.filter((h) => h.ticket.assigneeId === null).length,
  "firmware",
  act.filter((h) => h.ticket.tags.includes("firmware-4.2.0")).length,
);
console.log(act.map((h) => `${h.ticket.number} ${h.ticket.status} ${h.ticket.subject}`).join("\n"));
