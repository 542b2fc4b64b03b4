/** What adding files says. */
export const fileWords = {
  add: "Add files",
  hint: (filesMax: number, size: string) => `Up to ${filesMax} files of ${size} each.`,
  withoutScript: "Files can be added where JavaScript is allowed.",
  files: "Files",
} as const;
