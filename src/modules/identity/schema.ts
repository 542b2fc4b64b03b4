import * as z from "zod";
import { roles } from "@/platform/auth/actor";
import { limits } from "@/platform/limits";

export const roleSchema = z.enum(roles);
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(limits.emailCharsMax, "This address is too long.")
  .pipe(z.email("Write the whole address, like anna@example.com."));
const passwordSchema = z
  .string()
  .min(limits.passwordCharsMin, `Use at least ${limits.passwordCharsMin} characters.`)
  .max(limits.passwordCharsMax, `Use at most ${limits.passwordCharsMax} characters.`);
export const nameSchema = z
  .string()
  .trim()
  .min(1, "Write your name.")
  .max(limits.nameCharsMax, `Use at most ${limits.nameCharsMax} characters.`);
export const teamNameSchema = z.string().trim().min(1).max(limits.nameCharsMax);
const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{16,128}$/, "This link is not whole.");

/** A zone that this runtime knows by its name in the time zone database. */
export const zoneSchema = z
  .string()
  .max(64)
  .refine((zone) => {
    try {
      return new Intl.DateTimeFormat("en", { timeZone: zone }).format(0) !== "";
    } catch {
      return false;
    }
  }, "This time zone is not known.");
/** What a browser said of its zone, if that is one. */
const browserZoneSchema = zoneSchema.catch("UTC").default("UTC");

export const signInSchema = z.object({
  email: emailSchema,
  password: z
    .string()
    .min(1, "Write your password.")
    .max(limits.passwordCharsMax, "Check the password."),
});
export const signUpSchema = z.object({
  name: nameSchema,
  email: emailSchema,
  password: passwordSchema,
});
/** Where somebody without a password wants to be reached from now on. */
export const ownAddressSchema = z.object({ email: emailSchema, password: z.string().default("") });
export const requestResetSchema = z.object({ email: emailSchema });
export const resetSchema = z.object({ token: tokenSchema, password: passwordSchema });
export const verifySchema = z.object({ token: tokenSchema });
export const acceptSchema = z.object({
  token: tokenSchema,
  name: nameSchema,
  password: passwordSchema,
  timeZone: browserZoneSchema,
});
export const firstAdminSchema = signUpSchema.extend({
  token: tokenSchema,
  timeZone: browserZoneSchema,
});

/** A person as menus and lists name one. */
export type Named = { id: string; name: string };
export type AgentView = Named & { email: string };
export type PersonView = AgentView & {
  role: z.output<typeof roleSchema>;
  organization: Named | null;
  emailVerified: boolean;
  teams: Named[];
  awayUntil: string | null;
  suspendedAt: string | null;
  createdAt: string;
};
export type InvitationView = {
  id: string;
  email: string;
  role: "agent" | "admin";
  teams: string[];
  invitedBy: string | null;
  sentAt: string;
  expiresAt: string;
};

/** One sign or letter, with Shift where it is a capital one, or two such in a row; no more than a key. */
const keySchema = z
  .string()
  .regex(/^(?:Shift\+\p{L}|[^\s\p{C}])(?: (?:Shift\+\p{L}|[^\s\p{C}]))?$/u);

/** Own keys by the ids of what they do; the screen knows what those are, and which keys clash. */
export const ownKeysSchema = z
  .record(z.string().regex(/^[a-z0-9.-]{1,40}$/), z.array(keySchema).max(1))
  .refine((keys) => Object.keys(keys).length <= 120, { message: "That is more than there are." });
