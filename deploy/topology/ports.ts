/** Where each part listens inside a container; on one machine the supervisor takes free ones. */
export const ports = {
  web: 3000,
  realtime: 3001,
  worker: 3002,
  mail: 2525,
  proxy: 8080,
  proxyTls: 8443,
  postgres: 5432,
  pooler: 6432,
  valkey: 6379,
} as const;
