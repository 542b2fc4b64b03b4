import type { Say } from "@/platform/i18n/types";

type About = { number: number; subject: string; name: string; goodUrl: string; badUrl: string };

const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name;

/** Asks how it went: one link for each answer. Opening one says nothing yet. */
export function ratingLetter(say: Say<"rating">, about: About) {
  const { number, subject, name, goodUrl, badUrl } = about;
  return {
    subject: say("mailSubject", { number, subject }),
    greeting: say("mailHello", { name: firstName(name) }),
    paragraphs: [say("mailText", { number, subject }), `${say("bad")}: ${badUrl}`],
    action: { label: say("good"), url: goodUrl },
    foot: say("mailFoot", { number }),
  };
}
