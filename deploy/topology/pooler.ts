import { limits } from "@/platform/limits";

/** The founding pooler, once: 1000 clients, 100 connections to the server, pools of 20. */
export const poolerSettings = {
  pool_mode: "transaction",
  max_client_conn: String(limits.poolerClientConnectionsMax),
  max_db_connections: String(limits.poolerServerConnectionsMax),
  default_pool_size: String(limits.poolerDefaultPoolMax),
  ignore_startup_parameters:
    "extra_float_digits,statement_timeout,lock_timeout,idle_in_transaction_session_timeout",
} as const;

/** Named statements are carried from 1.21 on; a pool keeps as many as our processes may name. */
export const namedStatements = {
  max_prepared_statements: String(limits.namedStatementsMax),
} as const;
