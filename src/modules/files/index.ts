export { completeUpload } from "./commands/complete-upload";
export { removeOrphans } from "./commands/remove-orphans";
export { requestUpload } from "./commands/request-upload";
export { removeOrphanUploads } from "./jobs";
export { attachmentsOfMessages, downloadUrl } from "./queries/attachments";
export { checkFile } from "./queries/check-file";
export { withLocalContent } from "./queries/local-content";
export { refusals as fileRefusalWords } from "./rules/verdict";
export { attachToMessage, detachFromMessage, moveFiles } from "./steps";
