import * as z from "zod";

/**
 * CloudNativePG's two kinds, as far as we use them: there are no published models of them. Written
 * after its API reference, version 1.27; unknown keys are refused.
 */
const metadata = z.strictObject({ name: z.string(), labels: z.record(z.string(), z.string()) });
const resource = z.strictObject({ cpu: z.string(), memory: z.string() });

const clusterSchema = z.strictObject({
  apiVersion: z.literal("postgresql.cnpg.io/v1"),
  kind: z.literal("Cluster"),
  metadata,
  spec: z.strictObject({
    instances: z.int().min(1),
    imageName: z.string(),
    bootstrap: z.strictObject({
      initdb: z.strictObject({
        database: z.string(),
        owner: z.string(),
        postInitApplicationSQL: z.array(z.string()),
      }),
    }),
    postgresql: z.strictObject({ parameters: z.record(z.string(), z.string()) }),
    resources: z.strictObject({ requests: resource, limits: resource }),
    storage: z.strictObject({ size: z.string().regex(/^\d+Gi$/) }),
  }),
});

const poolerSchema = z.strictObject({
  apiVersion: z.literal("postgresql.cnpg.io/v1"),
  kind: z.literal("Pooler"),
  metadata,
  spec: z.strictObject({
    cluster: z.strictObject({ name: z.string() }),
    instances: z.int().min(1),
    type: z.enum(["rw", "ro"]),
    pgbouncer: z.strictObject({
      poolMode: z.enum(["session", "transaction"]),
      parameters: z.record(z.string(), z.string()),
    }),
  }),
});

class CustomResource<Schema extends z.ZodType> {
  constructor(
    private readonly schema: Schema,
    private readonly data: z.input<Schema>,
  ) {}
  validate(): void {
    this.schema.parse(this.data);
  }
  toJSON(): unknown {
    return this.data;
  }
}

export class CnpgCluster extends CustomResource<typeof clusterSchema> {
  constructor(data: z.input<typeof clusterSchema>) {
    super(clusterSchema, data);
  }
}

export class CnpgPooler extends CustomResource<typeof poolerSchema> {
  constructor(data: z.input<typeof poolerSchema>) {
    super(poolerSchema, data);
  }
}
