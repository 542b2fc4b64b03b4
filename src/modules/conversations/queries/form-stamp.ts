import { createHmac, timingSafeEqual } from "node:crypto";
import { authSecrets } from "@/platform/auth/secrets";

const sign = (text: string, secret: string) =>
  createHmac("sha256", secret).update(`guest-form:${text}`).digest("base64url");

/** Says when a form was made, for one command alone, in a way that only we can say it. */
export function formStamp(commandId: string, nowMs: number): string {
  return `${nowMs}.${sign(`${commandId}.${nowMs}`, authSecrets()[0])}`;
}

/** When the form of this command was made; null for a stamp that is none of ours. */
export function readStamp(stamp: string, commandId: string): number | null {
  const [time = "", signature = ""] = stamp.split(".");
  if (!/^\d{1,15}$/u.test(time)) return null;
  const given = Buffer.from(signature, "base64url");
  const isOurs = authSecrets().some((secret) => {
    const expected = Buffer.from(sign(`${commandId}.${time}`, secret), "base64url");
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return isOurs ? Number(time) : null;
}
