/**
 * Does the work and answers not sooner than after `msMin`, so that the time which it took says
 * nothing of what was found.
 */
export async function notSooner<Result>(msMin: number, work: Promise<Result>): Promise<Result> {
  const floor = new Promise((resolve) => setTimeout(resolve, msMin));
  const [result] = await Promise.allSettled([work, floor]);
  if (result.status === "rejected") throw result.reason;
  return result.value;
}
