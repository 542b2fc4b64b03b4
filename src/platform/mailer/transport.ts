import nodemailer, { type Transporter } from "nodemailer";
import { env } from "@/platform/env";
import { processShared } from "@/platform/process";

/** The mail server of the environment; null when a development mailbox stands for it. */
export function mailTransport(): Transporter | null {
  const { SMTP_URL } = env();
  if (SMTP_URL === undefined) return null;
  return processShared("mail-transport", () =>
    nodemailer.createTransport({
      url: SMTP_URL,
      pool: true,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    }),
  );
}
