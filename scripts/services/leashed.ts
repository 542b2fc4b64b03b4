import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { boundLog } from "./bound-log";

const logLookMs = 60_000;

/**
 * Keeps a server on a leash: descriptor 3 is a pipe that only we hold open. When we die, even by
 * SIGKILL, it ends, and the shell stops the server; the server's own end ends the shell.
 */
const leash = `
"$@" 3<&- </dev/null &
server=$!
( read -r _ <&3; kill -s "$STOP_SIGNAL" "$server" ) 2>/dev/null &
watcher=$!
exec 3<&-
trap 'kill -s "$STOP_SIGNAL" "$server"' TERM INT
wait "$server"
status=$?
while kill -0 "$server" 2>/dev/null; do wait "$server"; status=$?; done
kill "$watcher" 2>/dev/null
exit "$status"
`;

export type LeashedCommand = {
  command: string;
  args: readonly string[];
  cwd: string;
  logFile: string;
  stopSignal: "INT" | "TERM";
  as?: { uid: number; gid: number } | undefined;
};

/** In a group of its own, so that Ctrl-C in the terminal reaches us alone and we say the order. */
export function spawnLeashed(what: LeashedCommand): ChildProcess {
  const logDescriptor = openSync(what.logFile, "a", 0o600);
  const bounding = setInterval(() => boundLog(what.logFile), logLookMs);
  bounding.unref();
  try {
    const child = spawn("sh", ["-c", leash, "sh", what.command, ...what.args], {
      cwd: what.cwd,
      detached: true,
      env: { ...process.env, STOP_SIGNAL: what.stopSignal },
      ...what.as,
      stdio: ["ignore", logDescriptor, logDescriptor, "pipe"],
    });
    child.once("exit", () => clearInterval(bounding));
    return child;
  } finally {
    closeSync(logDescriptor);
  }
}
