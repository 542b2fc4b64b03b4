import { limits } from "@/platform/limits";
import { composeFile } from "./compose/compose";
import { manifestsOf, manifestText } from "./kubernetes/models/manifests";
import { openSloYaml, prometheusYaml } from "./objectives/yaml";
import { processNames, type Topology, tierNames, topologyOf } from "./topology/description";
import { ports } from "./topology/ports";
import { type ProxyPlan, proxyConfiguration } from "./topology/proxy";

export type Output = { readonly path: string; readonly text: string };

/** The tier of docker-compose.yml: the smallest with two of each, so that one may go. */
const composeTier = topologyOf("medium");

function mailOf({ parts }: Topology): Pick<ProxyPlan, "mail"> {
  const part = parts.find(({ mailPort }) => mailPort !== null);
  if (part === undefined || part.mailPort === null) return {};
  const workers = { name: "mail-", host: part.name, port: part.mailPort };
  return { mail: { bind: `:${ports.mail}`, workers, count: part.countMax } };
}

function composeProxy(): string {
  const backends = (kind: "web" | "realtime") =>
    composeTier.parts
      .filter((part) => part.kind === kind)
      .flatMap((part) => processNames(part).map((name) => ({ name, host: name, port: part.port })));
  const realtimes = backends("realtime");
  return proxyConfiguration({
    // Each socket is a connection on both sides; pages and the API come on top.
    connectionsMax: limits.socketsPerServerMax * realtimes.length + 5_000,
    bind: `:${ports.proxy}`,
    bindTls: `:${ports.proxyTls}`,
    webs: backends("web"),
    realtimes,
    ...mailOf(composeTier),
  });
}

/** Every file that is written from the description of the topology. */
export function outputs(): Output[] {
  const manifests = tierNames.flatMap((tier) =>
    manifestsOf(topologyOf(tier)).map((manifest) => ({
      path: `deploy/kubernetes/${tier}/${manifest.file}`,
      text: manifestText(manifest),
    })),
  );
  return [
    { path: "docker-compose.yml", text: composeFile(composeTier) },
    { path: "deploy/proxy/haproxy.cfg", text: composeProxy() },
    { path: "deploy/objectives/prometheus-rules.yaml", text: prometheusYaml() },
    { path: "deploy/objectives/openslo.yaml", text: openSloYaml() },
    ...manifests,
  ];
}
