import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { prisma } from "@/platform/database/prisma";
import { env } from "@/platform/env";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { cookiePrefix, cookiesAreSecure } from "./cookie";
import { secondaryStorage } from "./secondary-storage";
import { authSecrets } from "./secrets";

/** What identity does when better-auth comes to a point that concerns people. */
export type AuthHooks = {
  sendVerification(userId: string): Promise<void>;
  sendReset(userId: string, token: string): Promise<void>;
  /** Someone signed up with an address that has an account; only its owner may learn that. */
  sendAlreadyRegistered(userId: string): Promise<void>;
  passwordWasReset(userId: string): Promise<void>;
  maySignIn(userId: string): Promise<boolean>;
};

const suspendedCode = "ACCOUNT_SUSPENDED";

/**
 * better-auth over our database and store. It checks passwords, makes sessions and resets; who asks
 * is read by our one reader, its limits are ours, and its handler is not reachable from outside.
 */
export function makeAuth(hooks: AuthHooks) {
  return betterAuth({
    appName: "InsightDesk",
    baseURL: env().PUBLIC_WEB_URL,
    basePath: "/api/auth",
    secret: authSecrets()[0],
    trustedOrigins: [...env().CORS_ORIGINS],
    database: prismaAdapter(prisma(), { provider: "postgresql", transaction: true }),
    secondaryStorage,
    session: {
      // What the store holds ends after a day without use; this is how long a cookie may be kept.
      expiresIn: limits.sessionCookieMs / 1000,
      storeSessionInDatabase: false,
    },
    verification: { storeInDatabase: true, storeIdentifier: "hashed" },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      autoSignIn: false,
      minPasswordLength: limits.passwordCharsMin,
      maxPasswordLength: limits.passwordCharsMax,
      resetPasswordTokenExpiresIn: limits.resetLinkMs / 1000,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => hooks.sendReset(user.id, token),
      onPasswordReset: ({ user }) => hooks.passwordWasReset(user.id),
      onExistingUserSignUp: ({ user }) => hooks.sendAlreadyRegistered(user.id),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      sendVerificationEmail: ({ user }) => hooks.sendVerification(user.id),
    },
    user: {
      additionalFields: {
        role: { type: "string", required: false, defaultValue: "customer", input: false },
        organizationId: { type: "string", required: false, input: false },
        suspendedAt: { type: "date", required: false, input: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            if (await hooks.maySignIn(userId)) return;
            throw new APIError("FORBIDDEN", { code: suspendedCode });
          },
        },
      },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: "error",
      log: (_level, message) => log().error({ from: "better-auth" }, message),
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: cookiesAreSecure(),
      disableOriginCheck: false,
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId() },
    },
  });
}

export type Auth = ReturnType<typeof makeAuth>;
