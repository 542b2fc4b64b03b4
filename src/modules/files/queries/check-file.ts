import { limits } from "@/platform/limits";
import { type Verdict, verdict } from "../rules/verdict";
import { type FileContent, inspectFile } from "./inspect-file";

/** What a file is by its content, and whether we keep it. Nothing of it is run or unpacked. */
export async function checkFile(
  content: FileContent,
  claim: { name: string; type: string },
): Promise<Verdict> {
  return verdict(await inspectFile(content, claim.name), claim, limits.attachmentBytesMax);
}
