/** What adding files says. */
export const fileWords = {
  add: "Add files",
  hint: (filesMax: number, size: string) => `Up to ${filesMax} files of ${size} each.`,
  withoutScript: "Files can be added where JavaScript is allowed.",
  list: "Files to send",
  ready: "Ready",
  uploading: (name: string) => `Uploading ${name}`,
  remove: (name: string) => `Remove ${name}`,
  again: (name: string) => `Upload ${name} again`,
  tooLarge: (size: string) => `Larger than ${size}. Choose a smaller file.`,
  tooMany: (filesMax: number) => `At most ${filesMax} files at once.`,
  lost: "The file did not arrive. Upload it again.",
  stillUploading: "A file is still on its way. Wait for it, or remove it.",
  notUploaded: "A file was not accepted. Remove it, or upload it again.",
  files: "Files",
} as const;
