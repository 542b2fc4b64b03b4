import type { ErrorRule } from "../rule";

/** Who somebody is, and what they may. */
export const people = {
  not_signed_in: {
    http: 401,
    client: "sign_in",
    words: "You are not signed in any more. What you wrote is kept. Sign in to go on.",
  },
  sign_in_failed: {
    http: 401,
    client: "correct",
    words: "That e-mail and password do not belong together. Check both and try again.",
  },
  account_suspended: {
    http: 403,
    client: "leave",
    words: "This account is suspended. Ask the people who run this help desk.",
  },
  email_unverified: {
    http: 403,
    client: "correct",
    words: "Confirm your e-mail address first. We have sent you a new link.",
  },
  forbidden: {
    http: 403,
    client: "leave",
    words: "Your role does not allow this. Nothing was changed.",
  },
  not_found: { http: 404, client: "leave", words: "We could not find that." },
  room_forbidden: { http: 404, client: "leave", words: "We could not find that." },
  person_not_found: { http: 404, client: "leave", words: "We could not find that person." },
  team_not_found: { http: 404, client: "leave", words: "We could not find that team." },
  email_taken: {
    http: 409,
    client: "correct",
    words: "Someone already uses that e-mail address. Nothing was saved. Use another one.",
  },
  last_admin: {
    http: 409,
    client: "correct",
    words: "This is the last admin. Make someone else an admin first.",
  },
  invitation_not_found: {
    http: 404,
    client: "refetch",
    words: "This invitation is not open any more: it was accepted or taken back. Nothing was sent.",
  },
  link_expired: {
    http: 410,
    client: "leave",
    words: "This link has expired or was used already. Ask for a new one.",
  },
  handover_running: {
    http: 409,
    client: "refetch",
    words: "These tickets are being handed over already. Wait until that has ended.",
  },
  address_differs: {
    http: 400,
    client: "correct",
    words: "This is not the address of your account. Nothing was deleted. Write it again.",
  },
  person_merge_not_possible: {
    http: 409,
    client: "correct",
    words: "These two people cannot be merged, or not be parted any more. Nothing was changed.",
  },
  password_wrong: {
    http: 403,
    client: "correct",
    words: "That is not your password. Nothing was changed. Check it and try again.",
  },
} as const satisfies Record<string, ErrorRule>;
