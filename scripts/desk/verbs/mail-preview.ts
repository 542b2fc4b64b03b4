import { findTicketOfMail, previewMail } from "@/modules/mail";
import { defineBytesVerb } from "../verb";

type Find = Parameters<typeof previewMail>[1];

/** Without a database there is no ticket to find, and the rest of the answer still comes. */
const findIfThere: Find = (mail) => findTicketOfMail(mail).catch(() => null);

export const mailPreview = defineBytesVerb({
  group: "mail",
  verb: "preview",
  summary: "What ticket a mail would make: its new words, its files, and what would be done.",
  reads: "bytes",
  example: "letter.eml",
  answer: (bytes) => previewMail(bytes, findIfThere),
});
