/** How somebody is in a ticket. */
export const presenceModes = ["viewing", "replying", "noting"] as const;

/** Names on the wire, for both ends. */
export const wire = {
  event: "event",
  heartbeat: "heartbeat",
  join: "join",
  leave: "leave",
  presence: "presence",
  taken: "taken",
  moveOn: "move-on",
  /** Asked by the server, answered at once: how far away a browser is. */
  echo: "echo",
  signedOut: "signed-out",
} as const;
