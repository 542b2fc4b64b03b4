import type { MailboxView } from "../../queries/admin-lists";

/** A mailbox as it is typed; numbers are texts until they are sent. */
export type MailboxForm = {
  name: string;
  address: string;
  fromName: string;
  isDefault: boolean;
  enabled: boolean;
  checksSenders: boolean;
  resultsFrom: string;
  fetched: boolean;
  host: string;
  port: string;
  secure: boolean;
  user: string;
  password: string;
  folder: string;
};

export function formOf(mailbox: MailboxView | null): MailboxForm {
  const imap = mailbox?.imap ?? null;
  return {
    name: mailbox?.name ?? "",
    address: mailbox?.address ?? "",
    fromName: mailbox?.fromName ?? "",
    isDefault: mailbox?.isDefault ?? false,
    enabled: mailbox?.enabled ?? true,
    checksSenders: mailbox?.checksSenders ?? true,
    resultsFrom: mailbox?.resultsFrom ?? "",
    fetched: mailbox === null ? true : imap !== null,
    host: imap?.host ?? "",
    port: String(imap?.port ?? 993),
    secure: imap?.secure ?? true,
    user: imap?.user ?? "",
    password: "",
    folder: imap?.folder ?? "INBOX",
  };
}

/** The part of the form that says where mail is fetched, as the server takes it. */
export const imapOf = (form: MailboxForm) => ({
  host: form.host.trim(),
  port: Number(form.port),
  secure: form.secure,
  user: form.user.trim(),
  password: form.password === "" ? null : form.password,
  folder: form.folder.trim() === "" ? "INBOX" : form.folder.trim(),
});

/** Why the fields of the server are not enough to try it; null when they are. */
export function imapMissing(form: MailboxForm, hasPassword: boolean): string | null {
  const port = Number(form.port);
  if (form.host.trim() === "") return "Name the server first";
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return "The port is a number to 65535";
  if (form.user.trim() === "") return "Name the user first";
  return form.password === "" && !hasPassword ? "Write the password first" : null;
}

export function missing(form: MailboxForm, hasPassword: boolean): string | null {
  if (form.name.trim() === "") return "Name it first";
  if (!/^\S+@\S+$/.test(form.address.trim())) return "Write the whole address";
  return form.fetched ? imapMissing(form, hasPassword) : null;
}
