/** Sessions, ways in, and teams. */
export const people = {
  sessionIdleMs: 24 * 3_600_000,
  /** How long a process may rely on what it read of since when a person's sessions count. */
  sessionMarkMs: 5_000,
  sessionMarksKeptMax: 10_000,
  /** How long the demo acts by itself after somebody came in by one of its doors. */
  demoActivityMs: 600_000,
  /** The longest that browsers keep a cookie; until then each use of a session prolongs it. */
  sessionCookieMs: 400 * 24 * 3_600_000,
  sessionsPerPersonMax: 20,
  signInLinkMs: 15 * 60_000,
  resetLinkMs: 3_600_000,
  verifyLinkMs: 24 * 3_600_000,
  /** How long a link works that moves an account to another address. */
  addressLinkMs: 3_600_000,
  /** For how long whoever has the old address may take that back. */
  addressObjectionMs: 7 * 24 * 3_600_000,
  addressChangesPerPersonMax: 5,
  formerAddressRows: 10,
  secretMailsPerAccountMax: 5,
  /** Answers that must not tell whether an address exists all take at least this long. */
  blindAnswerMsMin: 400,
  authBodyBytesMax: 16 * 1024,
  teamsMax: 200,
  teamMembersMax: 500,
  organizationPeopleCountedMax: 1_000,
  setupLinkMs: 3_600_000,
  invitationMs: 7 * 24 * 3_600_000,
  teamsPerPersonMax: 20,
  signInAttemptsPerAccountMax: 10,
  signInAttemptsPerAddressMax: 50,
  signInWindowMs: 15 * 60_000,
  verificationsKeepMs: 24 * 3_600_000,
  sessionRecheckMs: 60_000,
  /** What customers are told of a known trouble, in one language. */
  troubleCharsMax: 500,
} as const;
