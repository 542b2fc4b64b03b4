export { type BroughtFile, bringFile, forgetBrought } from "./commands/bring-file";
export { completeFormUpload, completeUpload } from "./commands/complete-upload";
export { removeOrphans } from "./commands/remove-orphans";
export { removeWithdrawn } from "./commands/remove-withdrawn";
export { requestFormUpload, requestUpload } from "./commands/request-upload";
export { removeOrphanUploads, removeWithdrawnFile } from "./jobs";
export {
  attachmentsOfMessages,
  attachmentsWaiting,
  downloadUrl,
  publicFileUrl,
} from "./queries/attachments";
export { checkFile } from "./queries/check-file";
export { withLocalContent } from "./queries/local-content";
export { refusals as fileRefusalWords } from "./rules/verdict";
export { requestUploadSchema } from "./schema";
export { attachToMessage, detachFromMessage, moveFiles, reserveFiles, withdrawFile } from "./steps";
export { claimFormFiles, dropFormFiles, reserveFormFiles } from "./steps/form-files";
export { noteBrought } from "./steps/note-brought";
