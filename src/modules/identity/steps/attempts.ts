import { limits } from "@/platform/limits";
import { type Limiter, rateLimiter } from "@/platform/ratelimit";
import { hashOf } from "./secret-token";

/** Who knocks, as far as it can be known: the address that our own servers saw. */
export type Caller = {
  address: string;
  /** What the browser calls itself; kept with a session, so that its owner knows it again. */
  userAgent?: string | undefined;
};

const windowMs = limits.signInWindowMs;
const rates = {
  signInAccount: {
    name: "sign-in-account",
    pointsMax: limits.signInAttemptsPerAccountMax,
    windowMs,
  },
  signInAddress: {
    name: "sign-in-address",
    pointsMax: limits.signInAttemptsPerAddressMax,
    windowMs,
  },
  addressChange: {
    name: "address-change",
    pointsMax: limits.addressChangesPerPersonMax,
    windowMs,
  },
  mailAccount: { name: "mail-account", pointsMax: limits.secretMailsPerAccountMax, windowMs },
} as const;

/** Accounts are counted alike whether they exist or not, so that a limit tells nothing. */
const accountKey = (email: string) => hashOf(email.toLowerCase());

const addressLimiter = (): Limiter => rateLimiter(rates.signInAddress);

/** @throws AppError `rate_limited` with the true wait. */
export async function countSignIn(caller: Caller, email: string): Promise<void> {
  await addressLimiter().consume(caller.address);
  await rateLimiter(rates.signInAccount).consume(accountKey(email));
}

/** Who knows the password was no guesser; the address keeps its count. */
export async function forgiveSignIn(email: string): Promise<void> {
  await rateLimiter(rates.signInAccount).forgive(accountKey(email));
}

/** Mails to one address are few, whoever asks for them. @throws AppError `rate_limited` */
export async function countSecretMail(caller: Caller, email: string): Promise<void> {
  await addressLimiter().consume(caller.address);
  await rateLimiter(rates.mailAccount).consume(accountKey(email));
}

/** One person asks for few of them, whichever addresses they name. @throws AppError `rate_limited` */
export async function countAddressChange(
  caller: Caller,
  personId: string,
  email: string,
): Promise<void> {
  await rateLimiter(rates.addressChange).consume(personId);
  await countSecretMail(caller, email);
}

/** Guessing at links is bounded by the address alone. @throws AppError `rate_limited` */
export async function countLinkUse(caller: Caller): Promise<void> {
  await addressLimiter().consume(caller.address);
}
