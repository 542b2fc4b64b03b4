export type AccountMail =
  | { kind: "verify"; token: string }
  | { kind: "reset"; token: string }
  | { kind: "registered" };

type Words = {
  subject: string;
  paragraphs: string[];
  action: { label: string; path: string };
};

const ignore = "If this was not you, you need not do anything.";

/** What a mail about somebody's own account says. */
export function accountLetter(mail: AccountMail): Words {
  switch (mail.kind) {
    case "verify":
      return {
        subject: "Confirm your e-mail address",
        paragraphs: [
          "Confirm that this address is yours, so that our answers reach you and nobody else.",
          `The link works once and for 24 hours. ${ignore}`,
        ],
        action: { label: "Confirm this address", path: `/verify?token=${mail.token}` },
      };
    case "reset":
      return {
        subject: "Choose a new password",
        paragraphs: [
          "Somebody asked for a new password for the account with this address.",
          `The link works once and for one hour; until you use it, your password stays as it is. ${ignore}`,
        ],
        action: { label: "Choose a new password", path: `/reset-password?token=${mail.token}` },
      };
    case "registered":
      return {
        subject: "You already have an account",
        paragraphs: [
          "Somebody tried to sign up with this address. It has an account already, so nothing was changed.",
          `Sign in with it; if you do not know the password any more, ask for a new one there. ${ignore}`,
        ],
        action: { label: "Sign in", path: "/sign-in" },
      };
  }
}

/** What somebody reads who is invited to work here and has no account yet. */
export function invitationLetter(about: { inviter: string; token: string; days: number }): Words {
  const { inviter, token, days } = about;
  return {
    subject: `${inviter} invites you to the help desk`,
    paragraphs: [
      `${inviter} invites you to answer requests here.`,
      `Choose your name and password by this link. It works once and for ${days} days.`,
    ],
    action: { label: "Accept the invitation", path: `/invitation?token=${token}` },
  };
}
