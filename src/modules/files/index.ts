export { checkFile } from "./check-file";
export { completeUpload } from "./commands/complete-upload";
export { requestUpload } from "./commands/request-upload";
export type { FileContent } from "./inspect-file";
export { removeOrphanUploads } from "./jobs";
export { withLocalContent } from "./local-content";
export { attachmentsOfMessages, downloadUrl, type MayReadMessage } from "./queries";
export { removeOrphans } from "./remove-orphans";
export { type FileRefusal, refusals as fileRefusalWords, type Verdict } from "./rules/verdict";
export {
  type AttachmentView,
  attachmentViewSchema,
  completeUploadSchema,
  requestUploadSchema,
} from "./schema";
export { attachToMessage, detachFromMessage } from "./steps";
