import { statSync } from "node:fs";
import { dirname } from "node:path";
import { Advice } from "../system/advice";
import { runProgram } from "../system/run-program";

const accountName = "postgres";

/** How PostgreSQL's programs are run here: as this account, with these words put before them. */
export type PostgresAccount = {
  as?: { uid: number; gid: number };
  before: readonly string[];
};

function idOf(flag: "-u" | "-g"): number | undefined {
  const id = runProgram("id", [flag, accountName]);
  return id.isOk ? Number(id.output) : undefined;
}

function makeAccount(): void {
  runProgram("groupadd", ["--system", accountName]);
  const made = runProgram("useradd", [
    "--system",
    "--no-create-home",
    `--gid=${accountName}`,
    "--shell=/usr/sbin/nologin",
    accountName,
  ]);
  if (made.isOk) return;
  throw new Advice(
    `PostgreSQL refuses to run as root, and the account "${accountName}" could not be made (${made.reason}). Run this as another user, or make that account first.`,
  );
}

/** The folders on the way that an account without any membership cannot pass. */
export function closedFolders(path: string, modeOf = (folder: string) => statSync(folder).mode) {
  const closed: string[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if ((modeOf(folder) & 0o001) === 0) closed.push(folder);
    if (folder === dirname(folder)) return closed;
  }
}

/**
 * PostgreSQL refuses to run as root, so root lends it an account. Where a folder on the way is
 * closed to that account (a clone below /root), it also gets the one capability to pass it;
 * `no_setuid_fixup` makes access(2) respect it, which initdb asks before it starts postgres.
 */
export function postgresAccount(paths: readonly string[]): PostgresAccount {
  if (process.getuid?.() !== 0) return { before: [] };
  if (idOf("-u") === undefined) makeAccount();
  const uid = idOf("-u");
  const gid = idOf("-g");
  if (uid === undefined || gid === undefined) {
    throw new Advice(`The account "${accountName}" has no user or group number on this system.`);
  }
  const closed = paths.flatMap((path) => closedFolders(path));
  if (closed.length === 0) return { as: { uid, gid }, before: [] };
  const before = [
    "setpriv",
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
    "--securebits=+no_setuid_fixup",
    "--",
  ];
  if (runProgram("setpriv", [...before.slice(1), "true"]).isOk) return { before };
  throw new Advice(
    `PostgreSQL refuses to run as root, and the account "${accountName}" cannot enter ${closed[0]}. Move this folder to a place that everybody may enter (such as /opt), or run as another user.`,
  );
}
