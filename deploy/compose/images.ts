/** What containers are made from; the product's own is built from the Dockerfile. */
export const images = {
  product: "insightdesk:latest",
  proxy: "haproxy:3.0-alpine",
  postgres: "postgres:18-alpine",
  pgbouncer: "edoburu/pgbouncer:v1.24.1-p1",
  valkey: "valkey/valkey:8.1-alpine",
  files: "minio/minio:RELEASE.2025-04-22T22-12-26Z",
  filesClient: "minio/mc:RELEASE.2025-04-16T18-13-26Z",
  mail: "axllent/mailpit:v1.24",
} as const;
