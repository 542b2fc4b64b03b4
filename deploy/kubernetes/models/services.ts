import { StatefulSet } from "kubernetes-models/apps/v1/StatefulSet";
import { Ingress } from "kubernetes-models/networking.k8s.io/v1/Ingress";
import { Service } from "kubernetes-models/v1/Service";
import { limits } from "@/platform/limits";
import { images } from "../../compose/images";
import type { Store, Topology } from "../../topology/description";
import { namedStatements, poolerSettings } from "../../topology/pooler";
import { ports } from "../../topology/ports";
import { CnpgCluster, CnpgPooler } from "./cnpg";
import { databaseName, hostName, labelsOf, resourcesOf, selectorOf } from "./engine";

/** PostgreSQL by CloudNativePG: the primary, its standbys, and a pooler before each kind. */
export function databaseOf({ database }: Topology) {
  const { share, replicas } = database;
  const cluster = new CnpgCluster({
    apiVersion: "postgresql.cnpg.io/v1",
    kind: "Cluster",
    metadata: { name: databaseName, labels: labelsOf("database") },
    spec: {
      instances: 1 + replicas,
      imageName: "ghcr.io/cloudnative-pg/postgresql:18",
      bootstrap: {
        initdb: {
          database: "insightdesk",
          owner: "insightdesk",
          postInitApplicationSQL: ["create extension if not exists pg_stat_statements"],
        },
      },
      postgresql: {
        parameters: {
          max_connections: String(limits.primaryConnectionsMax),
          shared_buffers: `${Math.floor(share.memoryMb / 4)}MB`,
          "pg_stat_statements.max": "5000",
        },
      },
      resources: resourcesOf(share, share),
      storage: { size: "50Gi" },
    },
  });
  const pooler = (type: "rw" | "ro") =>
    new CnpgPooler({
      apiVersion: "postgresql.cnpg.io/v1",
      kind: "Pooler",
      metadata: { name: `${databaseName}-pooler-${type}`, labels: labelsOf("pooler") },
      spec: {
        cluster: { name: databaseName },
        instances: 1,
        type,
        pgbouncer: {
          poolMode: poolerSettings.pool_mode,
          parameters: {
            max_client_conn: poolerSettings.max_client_conn,
            max_db_connections: poolerSettings.max_db_connections,
            default_pool_size: poolerSettings.default_pool_size,
            ignore_startup_parameters: poolerSettings.ignore_startup_parameters,
            ...namedStatements,
          },
        },
      },
    });
  return [cluster, pooler("rw"), ...(replicas > 0 ? [pooler("ro")] : [])];
}

export function storeOf({ name, share, maxmemoryMb, policy, persistent }: Store) {
  const claim = { name: "data", mountPath: "/data" };
  const flags = ["--save", "", "--appendonly", persistent ? "yes" : "no"];
  const set = new StatefulSet({
    metadata: { name, labels: labelsOf(name) },
    spec: {
      serviceName: name,
      replicas: 1,
      selector: { matchLabels: selectorOf(name) },
      template: {
        metadata: { labels: labelsOf(name) },
        spec: {
          containers: [
            {
              name: "valkey",
              image: images.valkey,
              args: [
                "valkey-server",
                ...["--maxmemory", `${maxmemoryMb}mb`, "--maxmemory-policy", policy],
                ...flags,
              ],
              ports: [{ name: "valkey", containerPort: ports.valkey }],
              readinessProbe: { exec: { command: ["valkey-cli", "ping"] }, periodSeconds: 5 },
              resources: resourcesOf(share, share),
              ...(persistent ? { volumeMounts: [claim] } : {}),
            },
          ],
        },
      },
      ...(persistent
        ? {
            volumeClaimTemplates: [
              {
                metadata: { name: claim.name },
                spec: {
                  accessModes: ["ReadWriteOnce"],
                  resources: { requests: { storage: `${Math.ceil(maxmemoryMb / 512)}Gi` } },
                },
              },
            ],
          }
        : {}),
    },
  });
  const service = new Service({
    metadata: { name, labels: labelsOf(name) },
    spec: { selector: selectorOf(name), ports: [{ name: "valkey", port: ports.valkey }] },
  });
  return [set, service];
}

const path = (at: string, service: string) => ({
  path: at,
  pathType: "Prefix" as const,
  backend: { service: { name: service, port: { name: "http" } } },
});

const nginx = (name: string) => `nginx.ingress.kubernetes.io/${name}`;

function ingress(
  name: string,
  annotations: Record<string, string>,
  paths: ReturnType<typeof path>[],
) {
  return new Ingress({
    metadata: {
      name,
      labels: labelsOf("ingress"),
      annotations: { [nginx("proxy-http-version")]: "1.1", ...annotations },
    },
    spec: {
      ingressClassName: "nginx",
      tls: [{ hosts: [hostName], secretName: "insightdesk-tls" }],
      rules: [{ host: hostName, http: { paths } }],
    },
  });
}

/** Pages and the API to whichever web process; sockets stay with theirs by cookie, and only they. */
export function ingressesOf() {
  // It has no pods: what is for operators alone is answered by nobody.
  const nobody = new Service({
    metadata: { name: "nobody", labels: labelsOf("nobody") },
    spec: { selector: selectorOf("nobody"), ports: [{ name: "http", port: 80 }] },
  });
  const pages = ingress("web", { [nginx("proxy-body-size")]: "1m" }, [
    path("/", "web"),
    ...["/health", "/metrics", "/internal"].map((at) => path(at, "nobody")),
  ]);
  const sockets = ingress(
    "realtime",
    {
      [nginx("affinity")]: "cookie",
      [nginx("affinity-mode")]: "persistent",
      [nginx("session-cookie-name")]: "realtime",
      [nginx("session-cookie-path")]: "/socket.io/",
      // A server that is full or gone gives its browsers to another one.
      [nginx("session-cookie-change-on-failure")]: "true",
      [nginx("proxy-read-timeout")]: "3600",
      [nginx("proxy-send-timeout")]: "3600",
    },
    [path("/socket.io/", "realtime")],
  );
  return [nobody, pages, sockets];
}
