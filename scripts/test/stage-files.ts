export type VitestStage = "unit" | "integration" | "both" | "long";

export const isLongProof = (file: string): boolean => /\.long\.test\.tsx?$/.test(file);

type Asked = {
  files: readonly string[];
  /** Parts of paths; none means every file of the stage. */
  words: readonly string[];
  needsServices: (file: string) => boolean;
  long: boolean;
};

/**
 * The test files of a stage. Long proofs are a stage of their own: each brings up whole systems or
 * measures what a moment costs, so they run one at a time and never beside others. Who names files
 * has those, whatever they need; a long one only in a long run.
 */
export function filesOfStage(
  stage: VitestStage,
  { files, words, needsServices, long }: Asked,
): string[] {
  const named = words.length > 0;
  const isNamed = (file: string) => !named || words.some((word) => file.includes(word));
  const isOfStage = (file: string): boolean => {
    if (stage === "long" || isLongProof(file))
      return isLongProof(file) && (stage === "long" || (named && long));
    return stage === "both" || named || needsServices(file) === (stage === "integration");
  };
  return files.filter((file) => isNamed(file) && isOfStage(file));
}
