export { completeUpload } from "./commands/complete-upload";
export { removeOrphans } from "./commands/remove-orphans";
export { requestUpload } from "./commands/request-upload";
export { removeOrphanUploads } from "./jobs";
export { attachmentsOfMessages, downloadUrl, type MayReadMessage } from "./queries/attachments";
export { checkFile } from "./queries/check-file";
export type { FileContent } from "./queries/inspect-file";
export { withLocalContent } from "./queries/local-content";
export { type FileRefusal, refusals as fileRefusalWords, type Verdict } from "./rules/verdict";
export {
  type AttachmentView,
  attachmentViewSchema,
  completeUploadSchema,
  requestUploadSchema,
} from "./schema";
export { attachToMessage, detachFromMessage } from "./steps";
