// Loaded before a child's own code. Descriptor 3 is a pipe that only the supervisor holds open:
// when it ends, the supervisor is gone (even by SIGKILL), and nobody else would stop this process.

// The supervisor has put it at the head of a group of its own, so its children get the signal too.
import { Socket } from "node:net";

const drainMsMax = 25_000;
const leash = new Socket({ fd: 3, readable: true, writable: false });

function letGo() {
  process.kill(-process.pid, "SIGTERM");
  setTimeout(() => process.kill(-process.pid, "SIGKILL"), drainMsMax).unref();
}

leash.on("error", () => undefined);
leash.once("close", letGo);
leash.resume();
leash.unref();
