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
      "dato",
      "sujet",
      "copie à",
      "envoyé le",
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
  /^-{2,}\s*(original (message|appointment)|reply message|antwort nachricht|oprindelig besked|ursprüngliche nachricht|originalnachricht|message d['’]origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|wiadomość oryginalna|исходное сообщение)\s*-{2,}$/i;
const rule = /^([_-]{10,}|={4,})$/;
const forwarded =
  /^-{2,}\s*(forwarded message|weitergeleitete nachricht|message (transféré|réexpédié)|mensaje reenviado|mensagem encaminhada|messaggio (inoltrato|reindirizzato)|doorgestuurd bericht|vidarebefordrat meddelande|videresendt (besked|melding)|пересылаемое сообщение)\s*-{2,}$/i;

/** From here on a letter is passed on, and all of it is what its sender wants to say. */
export const isForwarded = (line: string) => forwarded.test(line.trim());

const address = /[^\s<>@]{1,64}@[^\s<>@]{1,255}/;
const dated =
  /^(date|sent|datum|gesendet|dato|fecha|data|enviado|message du|envoyé( le)?)\s?:.{0,40}\b\d{4}\b/iu;

/** Some programs put the day first; below it then stands who wrote, or to whom. */
function startsWithTheDay(lines: readonly string[], at: number): boolean {
  const next = lines[at + 1]?.trim() ?? "";
  const isPerson = isOneOf(next, names.from) || isOneOf(next, ["to", "an", "à", "til", "para"]);
  return dated.test(lines[at]?.trim() ?? "") && isPerson && address.test(next);
}

const linesOfBlock = 6;

/** Headers in any order: who, when with its year, and one more. */
function isBlock(lines: readonly string[], at: number): boolean {
  const isHeader = (line: string) => isOneOf(line, names.from) || isOneOf(line, names.other);
  const near = lines.slice(at, at + linesOfBlock).map((line) => line.trim());
  const end = near.findIndex((line) => !isHeader(line));
  const block = end === -1 ? near : near.slice(0, end);
  const hasSender = block.some((line) => isOneOf(line, names.from) && address.test(line));
  return block.length >= 3 && hasSender && block.some((line) => dated.test(line));
}

/** Whether the quoted past begins at this line with a block of headers, and lasts to the end. */
export function isQuotedHeader(lines: readonly string[], at: number): boolean {
  const line = lines[at]?.trim() ?? "";
  if (original.test(line)) return true;
  if (rule.test(line)) {
    const next = lines.slice(at + 1, at + 4).findIndex((other) => headerName.test(other.trim()));
    return next >= 0 && isQuotedHeader(lines, at + 1 + next);
  }
  if (startsWithTheDay(lines, at) || isBlock(lines, at)) return true;
  if (!isOneOf(line, names.from)) return false;
  if (address.test(line) && dated.test(lines[at + 1]?.trim() ?? "")) return true;
  const following = lines.slice(at + 1, at + 7);
  return following.filter((other) => isOneOf(other, names.other)).length >= 2;
}
