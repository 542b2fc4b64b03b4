/** A header by its name in lower case; "" when it is there but empty, undefined when it is not. */
export type HeaderOf = (name: string) => string | undefined;

export type Automatic = {
  /** A bounce tells of a letter of ours; an answering machine's letter is for nobody. */
  kind: "bounce" | "receipt" | "auto-reply" | "notice" | "list";
  /** What gave it away, for a person who asks why. */
  reason: string;
};

const bounceSubject =
  /^(undeliver(ed|able)|delivery (status notification|failure|has failed)|mail delivery (failed|system)|returned mail|failure notice|unzustellbar|non remis|no se puede entregar)/i;
const absenceSubject =
  /^(automatic reply|auto(matic)?[ -]?(reply|response)|out of (the )?office|abwesenheitsnotiz|automatische antwort|réponse automatique|respuesta automática|risposta automatica|automatisch antwoord|resposta automática|autosvar|odpowiedź automatyczna)\s?:/i;
const daemon = /^(mailer-daemon|postmaster|mail-daemon)@/i;
const noReply = /^(no-?reply|do-?not-?reply|noreply-.*|bounces?)([+.-][^@]*)?@/i;
const emptyPath = /^<\s*>$/;

const says = (header: HeaderOf, name: string, pattern: RegExp) => {
  const value = header(name);
  return value !== undefined && pattern.test(value.trim());
};

function report(header: HeaderOf): Automatic | undefined {
  const type = header("content-type") ?? "";
  if (!/^multipart\/report/i.test(type.trim())) return undefined;
  if (/report-type\s*=\s*"?(delivery-status|feedback-report)/i.test(type)) {
    return { kind: "bounce", reason: "It is a delivery report." };
  }
  return { kind: "receipt", reason: "It is a receipt or another report of a mail program." };
}

function bounce(header: HeaderOf, from: string, subject: string): Automatic | undefined {
  if (header("x-failed-recipients") !== undefined) {
    return { kind: "bounce", reason: "It names recipients that could not be reached." };
  }
  const fromDaemon = daemon.test(from);
  const noPath = says(header, "return-path", emptyPath);
  if ((fromDaemon || noPath) && bounceSubject.test(subject)) {
    return {
      kind: "bounce",
      reason: "It comes from a mail system and tells of a failed delivery.",
    };
  }
  return fromDaemon ? { kind: "bounce", reason: "It comes from a mail system." } : undefined;
}

function answeringMachine(header: HeaderOf, subject: string): Automatic | undefined {
  const machine = (reason: string): Automatic => ({ kind: "auto-reply", reason });
  const submitted = header("auto-submitted");
  if (submitted !== undefined && /^auto-replied/i.test(submitted.trim())) {
    return machine(`Auto-Submitted says ${submitted.trim()}.`);
  }
  for (const name of ["x-autoreply", "x-autorespond", "x-auto-reply", "x-mail-autoreply"]) {
    if (header(name) !== undefined && !says(header, name, /^no$/i))
      return machine(`It has ${name}.`);
  }
  if (says(header, "precedence", /^auto[_-]?reply/i)) return machine("Precedence says auto_reply.");
  if (absenceSubject.test(subject)) return machine("Its subject is an automatic reply's.");
  return undefined;
}

function notice(header: HeaderOf, from: string): Automatic | undefined {
  const submitted = header("auto-submitted")?.trim();
  if (submitted !== undefined && submitted !== "" && !/^no\b/i.test(submitted)) {
    return { kind: "notice", reason: `Auto-Submitted says ${submitted}.` };
  }
  for (const name of ["list-id", "list-unsubscribe", "list-post", "mailing-list"]) {
    if (header(name) !== undefined) return { kind: "list", reason: `It has ${name}.` };
  }
  const precedence = header("precedence")?.trim().toLowerCase() ?? "";
  if (["bulk", "list", "junk"].includes(precedence)) {
    return { kind: "list", reason: `Precedence says ${precedence}.` };
  }
  if (says(header, "x-auto-response-suppress", /\b(all|oof|autoreply)\b/i)) {
    return { kind: "notice", reason: "It asks not to be answered by a machine." };
  }
  if (noReply.test(from)) return { kind: "notice", reason: "Its sender takes no replies." };
  return undefined;
}

/** Whether a machine sent it; such letters are never answered by a machine of ours. */
export function automaticKind(
  header: HeaderOf,
  from: string,
  subject: string,
): Automatic | undefined {
  const found =
    report(header) ??
    bounce(header, from, subject) ??
    answeringMachine(header, subject) ??
    notice(header, from);
  if (found !== undefined) return found;
  if (says(header, "return-path", emptyPath)) {
    return { kind: "auto-reply", reason: "It wants no answer: its return path is empty." };
  }
  return undefined;
}
