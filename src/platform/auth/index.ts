export { type Actor, type Role, roles } from "./actor";
export type { Auth, AuthHooks } from "./better-auth";
export {
  type Cookie,
  noSessionCookie,
  serializeCookie,
  sessionCookie,
  sessionCookieName,
  sessionTokenOf,
} from "./cookie";
export { peekSession, readSession } from "./read-session";
export { authSecrets } from "./secrets";
export {
  endSession,
  endSessionsOf,
  rewriteSessionsOf,
  sessionMark,
  sessionsOf,
} from "./sessions";
export { actorOf, type SessionPerson } from "./stored-session";
