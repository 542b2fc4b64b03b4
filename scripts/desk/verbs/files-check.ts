import * as z from "zod";
import { checkFile, fileRefusalWords, withLocalContent } from "@/modules/files";
import { Refusal } from "../refusal";
import { defineVerb } from "../verb";

export const filesCheck = defineVerb({
  group: "files",
  verb: "check",
  summary: "Whether a file would be kept, as what, and under which name: by content, not by claim.",
  input: z.strictObject({
    path: z.string().min(1),
    name: z.string(),
    type: z.string().default("application/octet-stream"),
  }),
  example: { path: "package.json", name: "../notes.json", type: "application/json" },
  answer: async ({ path, name, type }) => {
    const checked = await withLocalContent(path, (content) =>
      checkFile(content, { name, type }),
    ).catch((cause: unknown) => {
      throw new Refusal("unreadable", `The file ${path} cannot be read.`, { cause });
    });
    return {
      accepted: checked.accepted,
      reason: checked.refusal === null ? null : fileRefusalWords[checked.refusal],
      type: checked.type,
      disposition: checked.disposition,
      name: checked.name,
    };
  },
});
