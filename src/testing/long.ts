/** Whether the long proofs run: then a test may prove with a thousand what it else does with a few. */
export const isLongRun = process.env.TEST_LONG === "1";
