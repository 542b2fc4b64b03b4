/**
 * The share of arrivals that find every server busy and are turned away (Erlang 1917), by the
 * recursion B(0) = 1, B(n) = aB(n-1) / (n + aB(n-1)): every step lies between 0 and 1, so that no
 * number of servers overflows. `load` is in erlangs: arrivals per second times seconds of service.
 */
export function blockedShare(servers: number, load: number): number {
  let blocked = 1;
  // Below the smallest number there is, it stays 0.
  for (let n = 1; n <= servers && blocked > 0; n++) {
    blocked = (load * blocked) / (n + load * blocked);
  }
  return blocked;
}

/** The fewest servers that turn away no greater share than this; null where only infinitely many would do. */
export function fewestForBlocked(load: number, blockedMax: number): number | null {
  if (blockedMax <= 0 && load > 0) return null;
  let servers = 1;
  let blocked = load / (1 + load);
  while (blocked > blockedMax) {
    servers += 1;
    blocked = (load * blocked) / (servers + load * blocked);
  }
  return servers;
}
