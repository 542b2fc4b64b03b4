export { cleanHtml } from "./clean-html";
export { markdownToHtml } from "./markdown";
export { cleanedToText, htmlToText } from "./plain-text";
export { redactHtml, redactJson, redactText, saysWords, tokenOf } from "./redact";
