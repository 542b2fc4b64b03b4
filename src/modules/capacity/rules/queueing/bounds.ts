/** Beyond these neither the answer nor the wait for it is of use. */
export const erlangsMax = 1e7;
/** Arrivals within one patience. */
export const impatientMax = 1e12;
/** Above this a count of servers is no longer an answer. */
export const serversCountMax = 1e9;
