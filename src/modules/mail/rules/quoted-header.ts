// Outlook and its kin put the headers of the quoted letter before it, in the reader's language.
const names = {
  from: [
    "from",
    "von",
    "de",
    "da",
    "van",
    "från",
    "fra",
    "od",
    "lähettäjä",
    "от",
    "kimden",
    "发件人",
    "寄件者",
    "差出人",
    "보낸 사람",
  ],
  other: [
    ...[
      "sent",
      "date",
      "to",
      "subject",
      "cc",
      "gesendet",
      "datum",
      "an",
      "betreff",
      "envoyé",
      "date",
      "à",
      "objet",
    ],
    ...[
      "enviado",
      "fecha",
      "para",
      "asunto",
      "data",
      "assunto",
      "inviato",
      "a",
      "oggetto",
      "verzonden",
      "aan",
    ],
    ...[
      "onderwerp",
      "skickat",
      "till",
      "ämne",
      "sendt",
      "til",
      "emne",
      "wysłano",
      "do",
      "temat",
      "lähetetty",
    ],
    ...[
      "vastaanottaja",
      "aihe",
      "отправлено",
      "дата",
      "кому",
      "тема",
      "gönderildi",
      "kime",
      "konu",
      "发送时间",
    ],
    ...[
      "收件人",
      "主题",
      "寄件日期",
      "收件者",
      "主旨",
      "送信日時",
      "宛先",
      "件名",
      "보낸 날짜",
      "받는 사람",
      "제목",
    ],
  ],
} as const;

const headerName = /^\*?([\p{L} ]{1,20}?)\s?\*?\s?[:：]/u;
const isOneOf = (line: string, known: readonly string[]) => {
  const name = headerName.exec(line.trim())?.[1]?.trim().toLowerCase();
  return name !== undefined && known.includes(name);
};

const original =
  /^-{2,}\s*(original (message|appointment)|ursprüngliche nachricht|originalnachricht|message d['’]origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|wiadomość oryginalna|исходное сообщение)\s*-{2,}$/i;
const rule = /^[_-]{10,}$/;

/** Whether the quoted past begins at this line with a block of headers, and lasts to the end. */
export function isQuotedHeader(lines: readonly string[], at: number): boolean {
  const line = lines[at]?.trim() ?? "";
  if (original.test(line)) return true;
  if (rule.test(line)) {
    const next = lines.slice(at + 1, at + 4).findIndex((other) => isOneOf(other, names.from));
    return next >= 0 && isQuotedHeader(lines, at + 1 + next);
  }
  if (!isOneOf(line, names.from)) return false;
  const following = lines.slice(at + 1, at + 7);
  return following.filter((other) => isOneOf(other, names.other)).length >= 2;
}
