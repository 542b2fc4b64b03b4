import type { MailHead } from "@/platform/mailer";
import { Chip } from "@/ui/chip";

/** How far a mail has come; a failure says why. */
export function MailState({ mail, caught }: { readonly mail: MailHead; readonly caught: boolean }) {
  if (mail.state === "failed") return <Chip tone="bad">Not sent</Chip>;
  if (mail.state === "waiting") return <Chip tone="warn">Waiting</Chip>;
  return <Chip tone="good">{caught ? "Caught here" : "Sent"}</Chip>;
}
