import { refusedIp } from "./ip-address";
import { spelledIps } from "./ip-in-name";
import { type RefusedAddress, type RefusedReason, refused } from "./refused-address";

/** Names that mean this machine or its network wherever they are looked up, with all names below them. */
const domains: Readonly<Record<string, RefusedReason>> = {
  localhost: "loopback",
  localdomain: "loopback",
  localhost4: "loopback",
  localhost6: "loopback",
  localdomain4: "loopback",
  localdomain6: "loopback",
  "localtest.me": "loopback",
  "lvh.me": "loopback",
  local: "private",
  internal: "private",
  intranet: "private",
  private: "private",
  corp: "private",
  home: "private",
  lan: "private",
  localnet: "private",
  svc: "private",
  "home.arpa": "private",
  "metadata.google.internal": "metadata",
  "metadata.goog": "metadata",
  "metadata.azure.internal": "metadata",
  "metadata.oraclecloud.com": "metadata",
  "metadata.tencentyun.com": "metadata",
  "metadata.platformequinix.com": "metadata",
  "metadata.packet.net": "metadata",
  "instance-data.ec2.internal": "metadata",
};

const kinds: Partial<Record<RefusedReason, string>> = {
  loopback: "means this machine itself",
  private: "means a machine of a private network",
  metadata: "is where a cloud hands out a machine's secrets",
};

/** Why nothing is sent to a name, whatever it resolves to; null where only a look-up could tell. */
export function refusedName(host: string): RefusedAddress | null {
  const name = host.toLowerCase().replace(/\.+$/, "");
  const labels = name.split(".");
  for (let from = 0; from < labels.length; from += 1) {
    const domain = labels.slice(from).join(".");
    const reason = Object.hasOwn(domains, domain) ? domains[domain] : undefined;
    if (reason) return refused(reason, `${name} ${kinds[reason] ?? "is not allowed"}.`);
  }
  const inside = spelledIps(name)
    .map(refusedIp)
    .find((each) => each !== null);
  if (inside) return refused(inside.reason, `${name} means ${inside.words}`);
  // Search lists and container networks resolve bare names to neighbours: "redis", "metadata".
  if (labels.length === 1) return refused("private", `${name} ${kinds.private}.`);
  return null;
}
