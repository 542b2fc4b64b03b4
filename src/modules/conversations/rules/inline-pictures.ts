const address = "/files/inline/";

/** Where a picture of a message is shown from; whether somebody may see it is asked each time. */
export const inlinePictureAddress = (attachmentId: string): string => `${address}${attachmentId}`;

const escaped = (name: string) => name.replace(/[[\]\\<>&*_`]/g, "\\$&");

/** A picture as it stands in Markdown. */
export function inlinePicture(file: { id: string; name: string }): string {
  return `![${escaped(file.name)}](${inlinePictureAddress(file.id)})`;
}

/** A text without a picture that was taken out of its files. */
export function withoutPicture(text: string, attachmentId: string): string {
  const pattern = new RegExp(`!\\[[^\\n]*?\\]\\(${inlinePictureAddress(attachmentId)}\\)`, "g");
  return text.replace(pattern, "").trimEnd();
}

/** Whether a file stands in the text itself, so that it need not be listed below it. */
export function standsInText(html: string, attachmentId: string): boolean {
  return html.includes(`src="${inlinePictureAddress(attachmentId)}"`);
}

export const isPicture = (type: string): boolean => /^image\/(png|jpeg|gif|webp|avif)$/.test(type);
