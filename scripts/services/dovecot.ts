import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Advice } from "../system/advice";
import { freePort } from "../system/ports";
import { findProgram, programOrInstall } from "../system/programs";
import { spawnLeashed } from "./leashed";

const readyPolls = 400;
const readyPollMs = 25;
const folders = "/usr/sbin:/usr/local/sbin:/opt/homebrew/sbin";

/** A real IMAP server, for tests that need one. */
export function dovecotOrInstall(report: (line: string) => void): string {
  return (
    findProgram(["dovecot"], folders) ??
    programOrInstall(
      {
        title: "Dovecot",
        programs: ["dovecot"],
        packages: {
          "apt-get": ["dovecot-imapd"],
          dnf: ["dovecot"],
          apk: ["dovecot"],
          brew: ["dovecot"],
        },
        otherwise: "Install dovecot 2.3, then run the same command again.",
      },
      report,
    )
  );
}

export type RunningDovecot = {
  port: number;
  /** Anybody who knows it comes in, under any name: each name has mailboxes of its own. */
  password: string;
  stop(): Promise<void>;
};

const configuration = (folder: string, port: number, password: string) => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_uid = nobody
mail_gid = nogroup
mail_location = maildir:${folder}/mail/%n
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${folder}/mail/%n
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
`;

const answers = (port: number) =>
  new Promise<boolean>((done) => {
    const socket = connect(port, "127.0.0.1");
    const end = (isThere: boolean) => {
      socket.destroy();
      done(isThere);
    };
    socket.once("data", () => end(true));
    socket.once("error", () => end(false));
  });

/** Starts an IMAP server of its own on a free port; its mail lies in `dataDir`. */
export async function startDovecot(program: string, dataDir: string): Promise<RunningDovecot> {
  const folder = resolve(dataDir);
  for (const part of ["", "run", "state", "mail"])
    mkdirSync(join(folder, part), { recursive: true });
  // The server works for somebody else than who starts it.
  for (const part of ["", "mail"]) chmodSync(join(folder, part), 0o777);
  const port = await freePort();
  const password = "correct-horse";
  const file = join(folder, "dovecot.conf");
  writeFileSync(file, configuration(folder, port, password));
  const logFile = join(folder, "start.log");
  const child = spawnLeashed({
    command: program,
    args: ["-F", "-c", file],
    cwd: folder,
    logFile,
    stopSignal: "TERM",
  });
  const exited = once(child, "exit");
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  let isReady = false;
  for (let poll = 0; poll < readyPolls && !isOver() && !isReady; poll += 1) {
    isReady = await answers(port);
    if (!isReady) await sleep(readyPollMs);
  }
  if (!isReady) {
    const said = existsSync(logFile) ? readFileSync(logFile, "utf8").trim() : "no log";
    throw new Advice(`Dovecot did not start: ${said} (see ${folder})`);
  }
  return {
    port,
    password,
    stop: async () => {
      if (isOver()) return;
      child.stdio[3]?.destroy();
      await exited;
    },
  };
}
