const signs = [
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "ETIMEDOUT",
  "Connection is closed",
  "Stream isn't writeable",
  "Command timed out",
  "max retries per request",
  "LOADING",
  "READONLY",
  "CLUSTERDOWN",
  "MASTERDOWN",
  "NOREPLICAS",
  "OOM command not allowed",
  "Failed to refresh slots cache",
  "None of startup nodes is available",
  "Too many Cluster redirections",
  "TRYAGAIN",
  "UNBLOCKED",
];

/** Whether a fault means that the store is away, so that waiting helps and blaming does not. */
export function isStoreOutage(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  return signs.some((sign) => thrown.message.includes(sign));
}
