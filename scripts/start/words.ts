import type { DemoAccount, Running } from "./running-file";

const titles: Readonly<Record<string, string>> = { valkey: "Valkey", redis: "Redis" };

/** The server that does Valkey's work, by its own name. */
export function nameOf({ name, version }: Running["valkeyServer"]): string {
  const title = titles[name] ?? "an unknown Valkey-like server";
  return name === "valkey" ? `${title} ${version}` : `${title} ${version} (in Valkey's place)`;
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) => {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    return `  ${cells.join("  ").trimEnd()}`;
  });
}

function signIns(demo: readonly DemoAccount[]): string[] {
  const oneOfEach = demo.filter(
    ({ role }, index) => demo.findIndex((account) => account.role === role) === index,
  );
  const rows = oneOfEach.map(({ role, email, password }) => [role, email, password]);
  return ["", "Demo sign-ins (role, e-mail, password):", ...columns(rows)];
}

/** What `npm start` says when everything is ready: the address first. */
export function readyWords(
  running: Running,
  { logs, setupLink }: { logs: string; setupLink?: string },
): string {
  const rows = running.processes.map(({ kind, url, pid }) => [kind, url, `process ${pid}`]);
  const { node, postgres } = running.versions;
  return [
    "",
    `InsightDesk is ready: ${running.web[0] ?? ""}`,
    "",
    ...columns(rows),
    `  PostgreSQL ${postgres}, ${nameOf(running.valkeyServer)}, Node ${node}`,
    ...(running.demo === undefined ? [] : signIns(running.demo)),
    ...(setupLink === undefined
      ? []
      : ["", `Make the first admin (valid for one hour): ${setupLink}`]),
    "",
    `Logs are in ${logs}. Ctrl-C stops everything.`,
    "",
  ].join("\n");
}
