/** What a customer is told by mail. */
export type CustomerMail = {
  kind: "acknowledgement" | "reply" | "merged";
  subject: string;
  greeting: string;
  paragraphs: string[];
  action: { label: string; path: string };
  foot: string;
};

type About = { number: number; subject: string; requesterName: string };

const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name;

/** At once after asking: the number, and where the answer comes. */
export function acknowledgement({ number, subject, requesterName }: About): CustomerMail {
  return {
    kind: "acknowledgement",
    subject: `We have your request: ${subject} (#${number})`,
    greeting: `Hello ${firstName(requesterName)},`,
    paragraphs: [
      `Thank you for asking. Your request has the number #${number}.`,
      "We answer by e-mail and on your request's page. You can add to it there at any time.",
    ],
    action: { label: "See your request", path: `/portal/requests/${number}` },
    foot: "You get this mail because you asked us something.",
  };
}

/** An agent answered: the words themselves, and where to answer. */
export function replyMail(about: About & { authorName: string; text: string }): CustomerMail {
  return {
    kind: "reply",
    subject: `Re: ${about.subject} (#${about.number})`,
    greeting: `Hello ${firstName(about.requesterName)},`,
    paragraphs: [`${about.authorName} answered your request:`, about.text],
    action: { label: "Read and answer", path: `/portal/requests/${about.number}` },
    foot: `You get this mail because you asked us about “${about.subject}”.`,
  };
}

/** Two requests became one: where it goes on. */
export function mergedMail(
  about: About & { intoNumber: number; intoSubject: string },
): CustomerMail {
  const { number, subject, requesterName, intoNumber, intoSubject } = about;
  return {
    kind: "merged",
    subject: `Your request goes on as #${intoNumber}: ${subject} (#${number})`,
    greeting: `Hello ${firstName(requesterName)},`,
    paragraphs: [
      `Your request #${number} and the request #${intoNumber}, “${intoSubject}”, are about the same. We have joined them.`,
      `We answer there. All that you wrote is there, too, and answers to this one reach us as well.`,
    ],
    action: { label: "See your request", path: `/portal/requests/${intoNumber}` },
    foot: `You get this mail because you asked us about “${subject}”.`,
  };
}
