/** A ticket's number as our mails write it at the end of a subject, or as agents put it in front. */
const tag = /\(#(\d{1,12})\)|\[#(\d{1,12})\]/g;

/** The ticket that a subject names; the last one counts, where letters were forwarded. */
export function numberInSubject(subject: string): number | null {
  const last = [...subject.matchAll(tag)].at(-1);
  const number = Number(last?.[1] ?? last?.[2]);
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}
