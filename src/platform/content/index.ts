export { type CleanedHtml, cleanHtml } from "./clean-html";
export { markdownToHtml } from "./markdown";
export { cleanedToText, htmlToPreview, htmlToText } from "./plain-text";
