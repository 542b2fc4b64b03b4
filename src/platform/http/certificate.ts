import { connect } from "node:tls";
import { nowMs } from "@/platform/clock";
import { limits } from "@/platform/limits";

/**
 * When the certificate ends that an address answers with, wherever TLS ends; null where the address
 * has none. Looked at, not trusted: one that has ended must be seen, too.
 */
export function certificateEnd(address: string): Promise<Date | null> {
  const { protocol, hostname, port } = new URL(address);
  if (protocol !== "https:") return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: hostname,
      port: Number(port || 443),
      servername: hostname,
      rejectUnauthorized: false,
      timeout: limits.readyCheckMsMax,
    });
    socket.on("secureConnect", () => {
      const end = new Date(socket.getPeerCertificate().valid_to);
      socket.destroy();
      resolve(end);
    });
    socket.on("timeout", () => socket.destroy(new Error(`${hostname} does not answer`)));
    socket.on("error", reject);
  });
}

export type CertificateState = { daysLeft: number; level: "fine" | "warning" | "critical" };

/** How near a certificate's end is: long enough before it for somebody to look why it was not renewed. */
export function certificateState(end: Date, at = nowMs()): CertificateState {
  const leftMs = end.getTime() - at;
  const level =
    leftMs < limits.certificateCriticalMs
      ? "critical"
      : leftMs < limits.certificateWarningMs
        ? "warning"
        : "fine";
  return { daysLeft: Math.floor(leftMs / 86_400_000), level };
}
