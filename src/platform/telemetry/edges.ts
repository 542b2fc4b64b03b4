/**
 * The edges of every histogram of durations, in milliseconds. They hold each number that a target
 * names (50, 100, 150, 200, 300, 500 ms and 1, 2, 3, 5 s), so that "how many were within it" is
 * exact, and steps between them fine enough to tell a median from its neighbour.
 */
export const durationMsEdges = [
  1, 2, 3, 5, 7, 10, 15, 20, 30, 40, 50, 65, 80, 100, 125, 150, 175, 200, 250, 300, 400, 500, 750,
  1_000, 1_500, 2_000, 3_000, 5_000, 10_000, 15_000, 30_000, 60_000,
] as const;
