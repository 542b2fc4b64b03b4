import { type Part, type Share, type Topology, tierNames, topologyOf } from "./description";
import { heapMbMax } from "./environment";

const marks = ["<!-- topology: written by npm run generate -->", "<!-- end of topology -->"];

const size = ({ cpu, memoryMb }: Share) => `${cpu} CPU, ${memoryMb} MB`;

function grows({ scaling, count, countMax }: Part): string {
  if (scaling === null) return "stands still";
  const range = `${count} to ${countMax}`;
  if (scaling.signal === "cpu") return `${range}, by CPU`;
  if (scaling.signal === "connections") return `${range}, by connections`;
  return `${range}, by waiting jobs (${scaling.queues.join(", ")})`;
}

function rowsOf({ tier, parts, database, stores }: Topology): string[] {
  const ours = parts.map(
    (part) =>
      `| ${tier} | ${part.name} | ${part.count} | ${size(part.share)} | ${heapMbMax(part)} MB | ${grows(part)} |`,
  );
  const replicas = database.replicas === 0 ? "none" : `${database.replicas} standby for reads`;
  return [
    ...ours,
    `| ${tier} | PostgreSQL | ${1 + database.replicas} | ${size(database.share)} | | ${replicas} |`,
    ...stores.map(
      ({ name, share, policy, persistent, maxmemoryMb }) =>
        `| ${tier} | ${name} | 1 | ${size(share)} | ${maxmemoryMb} MB | ${policy}${persistent ? ", kept on disk" : ""} |`,
    ),
  ];
}

/** What runs at each tier, as docs/deployment.md shows it. */
function topologyTable(): string {
  return [
    "| Tier | Part | Processes | Each is promised | Heap or maxmemory | Grows |",
    "|---|---|---|---|---|---|",
    ...tierNames.flatMap((tier) => rowsOf(topologyOf(tier))),
  ].join("\n");
}

/** Puts the table between its marks; a text without them stays as it is. */
export function withTopologyTable(text: string): string {
  const [start = "", end = ""] = marks;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from === -1 || to < from) return text;
  return `${text.slice(0, from + start.length)}\n${topologyTable()}\n${text.slice(to)}`;
}
