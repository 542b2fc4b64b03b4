type PictureFile = { readonly id: string; readonly name: string; readonly type: string };

const picture = /<img\b(?:[^>"]|"[^"]*")*>/gu;
const ours = /^\/(?:files|portal\/files)\//u;

function attributeOf(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`, "u").exec(tag)?.[1] ?? "";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("&amp;", "&"));
  } catch {
    return text;
  }
}

/** Mail programs name an inline picture by its file, often with "@" and more behind it. */
function fileOfMail(source: string, files: readonly PictureFile[]): PictureFile | undefined {
  const contentId = decoded(source.slice("cid:".length));
  const start = contentId.split("@")[0];
  return files.find(
    ({ name, type }) => type.startsWith("image/") && (name === contentId || name === start),
  );
}

/**
 * The pictures of a cleaned message as its reader may see them. One that came with the mail is
 * shown; one of a foreign site would tell that site who reads what and when, so it is a link.
 */
export function withPictures(html: string, files: readonly PictureFile[]): string {
  return html.replaceAll(picture, (tag) => {
    const source = attributeOf(tag, "src");
    if (ours.test(source)) return tag;
    const alt = attributeOf(tag, "alt");
    const about = alt === "" ? "" : `: ${alt}`;
    if (!source.startsWith("cid:"))
      return `<a href="${source}" target="_blank" rel="noopener noreferrer nofollow">Remote picture${about}, open it</a>`;
    const file = fileOfMail(source, files);
    return file === undefined
      ? `<em>Picture${about} (it did not come with the mail)</em>`
      : `<img src="/portal/files/${file.id}" alt="${alt === "" ? "Picture of the mail" : alt}" loading="lazy" referrerpolicy="no-referrer">`;
  });
}
