import { env } from "@/platform/env";
import { certificateEnd, certificateState } from "@/platform/http/certificate";
import { log } from "@/platform/log";
import { gauge } from "@/platform/telemetry";

let daysLeft: number | null = null;

/** Looks at the certificate of the address that people type, wherever it is served. */
export async function watchCertificate(): Promise<void> {
  gauge({
    name: "insightdesk_certificate_days_left",
    help: "Days until the certificate of the public address ends; absent without TLS.",
    read: () => (daysLeft === null ? [] : [{ labels: {}, value: daysLeft }]),
  });
  const address = env().PUBLIC_WEB_URL;
  const end = await certificateEnd(address);
  if (end === null) return;
  const state = certificateState(end);
  daysLeft = state.daysLeft;
  const facts = { address, daysLeft, end: end.toISOString() };
  if (state.level === "critical") log().error(facts, "the certificate must be renewed now");
  else if (state.level === "warning") log().warn(facts, "the certificate was not renewed in time");
}
