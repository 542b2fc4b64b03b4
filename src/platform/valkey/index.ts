export { closeValkey, connectValkey, reconnectMs, valkey, valkeyUrl } from "./clients";
export { isStoreOutage } from "./outage";
export { type KeyName, keyOf, keyRules, lifetimeMs, type Purpose, queuePrefix } from "./keys";
