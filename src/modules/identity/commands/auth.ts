import type { Auth } from "@/platform/auth";
import { processShared } from "@/platform/process";
import { maySignIn } from "../queries/may-sign-in";
import { notePasswordReset } from "./note-password-reset";
import { sendAccountMail } from "./send-account-mail";

async function make(): Promise<Auth> {
  // Loaded on first use: the worker and the realtime server never sign anybody in.
  const { makeAuth } = await import("@/platform/auth/better-auth");
  return makeAuth({
    sendVerification: (userId) => sendAccountMail(userId, { kind: "verify" }),
    sendReset: (userId, token) => sendAccountMail(userId, { kind: "reset", token }),
    sendAlreadyRegistered: (userId) => sendAccountMail(userId, { kind: "registered" }),
    passwordWasReset: notePasswordReset,
    maySignIn,
  });
}

/** better-auth of this process, with our hooks; for the commands of this folder. */
export function auth(): Promise<Auth> {
  return processShared("auth", make);
}
