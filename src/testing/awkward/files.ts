import { type AwkwardLetter, typed } from "./letter";

const file = (disposition: string, type = "application/pdf") =>
  typed(
    'multipart/mixed; boundary="b"',
    "--b",
    "Content-Type: text/plain",
    "",
    "It jams.",
    "--b",
    `Content-Type: ${type}`,
    ...(disposition === "" ? [] : [`Content-Disposition: ${disposition}`]),
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from("%PDF-1.4\n%%EOF\n").toString("base64"),
    "--b--",
  );

export const names: AwkwardLetter[] = [
  {
    says: "a file's name in pieces with a charset (RFC 2231)",
    raw: file("attachment; filename*0*=utf-8''r%C3%A9; filename*1*=sum%C3%A9; filename*2=.pdf"),
    read: { files: ["résumé.pdf"] },
  },
  {
    says: "a file's name as an encoded word, as programs do it",
    raw: file('attachment; filename="=?utf-8?B?csOpc3Vtw6kucGRm?="'),
    read: { files: ["résumé.pdf"] },
  },
  {
    says: "a file's name in raw UTF-8",
    raw: file('attachment; filename="r\xc3\xa9sum\xc3\xa9.pdf"'),
    read: { files: ["résumé.pdf"] },
  },
  {
    says: "a file without a name",
    raw: file("attachment"),
    read: { files: ["file.pdf"] },
  },
  {
    says: "a file's name at its type alone",
    raw: file("", 'application/pdf; name="bill.pdf"'),
    read: { files: ["bill.pdf"] },
  },
];
