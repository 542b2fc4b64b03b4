/**
 * How every process of the product runs its JavaScript. Rows and answers live for one request, but
 * some of a busy moment's outlive two of V8's small collections by chance, and then it makes their
 * like in the old space for good, where they hold what is young until a large collection: measured
 * at 28 times as much to clear away, 0.25 ms of CPU a request (docs/decisions/0060). Without that
 * guess, and with room for the young of a busy moment, hardly anything grows old.
 */
export const nodeFlags = ["--no-allocation-site-pretenuring", "--max-semi-space-size=32"] as const;
