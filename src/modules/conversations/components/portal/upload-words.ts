/** What is said of files on their way. */
export const uploadWords = {
  list: "Files to send",
  ready: "Ready",
  uploading: (name: string) => `Uploading ${name}`,
  remove: (name: string) => `Remove ${name}`,
  again: (name: string) => `Upload ${name} again`,
  tooLarge: (size: string) => `Larger than ${size}. Choose a smaller file.`,
  tooMany: (filesMax: number) => `At most ${filesMax} files at once.`,
  lost: "The file did not arrive. Upload it again.",
  notUploaded: "A file was not accepted. Remove it, or upload it again.",
} as const;
