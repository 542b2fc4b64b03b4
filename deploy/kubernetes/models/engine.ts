import type { IContainer } from "kubernetes-models/v1/Container";
import type { IEnvVar } from "kubernetes-models/v1/EnvVar";
import { images } from "../../compose/images";
import type { Share, Topology } from "../../topology/description";
import { commonEnvironment, type Engine } from "../../topology/environment";
import { ports } from "../../topology/ports";

export const secretName = "insightdesk";
export const databaseName = "insightdesk-db";
export const hostName = "help.example.com";

export const labelsOf = (name: string) => ({
  "app.kubernetes.io/part-of": "insightdesk",
  "app.kubernetes.io/name": name,
});

/** Tells a worker from a web process whatever it is called. */
export const kindLabel = "insightdesk/kind";

export const selectorOf = (name: string) => ({ "app.kubernetes.io/name": name });

/** Secrets are referred to and never written: `kubectl create secret generic insightdesk ...`. */
const secret = (name: string, key: string, optional = false, from = secretName): IEnvVar => ({
  name,
  valueFrom: { secretKeyRef: { name: from, key, ...(optional ? { optional } : {}) } },
});

const secrets: readonly IEnvVar[] = [
  // The operator makes this one; other variables name it in their texts, so it stands first.
  secret("DATABASE_PASSWORD", "password", false, `${databaseName}-app`),
  secret("AUTH_SECRET", "auth-secret"),
  secret("AUTH_SECRET_PREVIOUS", "auth-secret-previous", true),
  secret("INTERNAL_TOKEN", "internal-token"),
  secret("SMTP_URL", "smtp-url"),
  secret("S3_ACCESS_KEY_ID", "s3-access-key-id"),
  secret("S3_SECRET_ACCESS_KEY", "s3-secret-access-key"),
];

const engineOf = ({ database }: Topology): Engine => ({
  pooler: `${databaseName}-pooler-rw:${ports.postgres}`,
  replicaPooler: database.replicas > 0 ? `${databaseName}-pooler-ro:${ports.postgres}` : null,
  database: `${databaseName}-rw:${ports.postgres}`,
  storeHost: ({ name }) => name,
  databasePassword: "$(DATABASE_PASSWORD)",
  publicUrl: `https://${hostName}`,
  publicRealtimeUrl: `https://${hostName}`,
  smtpUrl: "",
  files: { endpoint: "https://s3.example.com", accessKey: "" },
  secrets: {},
});

/** The environment of every process; what is secret comes by reference. */
export function environmentOf(topology: Topology): IEnvVar[] {
  const common = Object.entries(commonEnvironment(topology, engineOf(topology)))
    .filter(([name]) => !secrets.some((one) => one.name === name))
    .map(([name, value]) => ({ name, value }));
  return [...secrets, ...common];
}

const quantities = ({ cpu, memoryMb }: Share) => ({
  cpu: `${Math.round(cpu * 1_000)}m`,
  memory: `${memoryMb}Mi`,
});

export const resourcesOf = (share: Share, limit: Share) => ({
  requests: quantities(share),
  limits: quantities(limit),
});

/** What every container of the product has in common. */
export const productContainer = {
  image: images.product,
  imagePullPolicy: "IfNotPresent",
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: false,
    capabilities: { drop: ["ALL"] },
  },
} as const satisfies Partial<IContainer>;

export const podSecurity = { runAsNonRoot: true, runAsUser: 10_001, fsGroup: 10_001 } as const;
