export { type CleanedHtml, cleanHtml } from "./clean-html";
export { markdownToHtml } from "./markdown";
export { htmlToPreview, htmlToText } from "./plain-text";
