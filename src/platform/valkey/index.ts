export {
  asOneWrite,
  closeValkey,
  connectValkey,
  type ValkeyClient,
  valkey,
} from "./clients";
export { type KeyName, keyOf, keyRules, lifetimeMs, type Purpose, queuePrefix } from "./keys";
export { storesCheck } from "./memory";
export { isStoreOutage } from "./outage";
