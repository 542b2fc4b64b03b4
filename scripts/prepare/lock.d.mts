export function withLock<Result>(
  path: string,
  work: () => Promise<Result>,
  onWait?: (owner: number | undefined) => void,
): Promise<Result>;
