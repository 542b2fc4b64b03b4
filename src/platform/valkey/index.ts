export { asOneWrite, closeValkey, connectValkey, reconnectMs, valkey, valkeyUrl } from "./clients";
export { type KeyName, keyOf, keyRules, lifetimeMs, type Purpose, queuePrefix } from "./keys";
export { isStoreOutage } from "./outage";
