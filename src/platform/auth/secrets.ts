import { env } from "@/platform/env";

/** The secret that signs from now on, and after it those that are still valid for what they signed. */
export function authSecrets(): readonly [current: string, ...previous: string[]] {
  const { AUTH_SECRET, AUTH_SECRET_PREVIOUS } = env();
  return AUTH_SECRET_PREVIOUS === undefined ? [AUTH_SECRET] : [AUTH_SECRET, AUTH_SECRET_PREVIOUS];
}
