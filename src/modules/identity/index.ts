export { peekSession, readSession } from "@/platform/auth/read-session";
export { sessionMark } from "@/platform/auth/sessions";
export { mayReadPerson, readablePeople } from "./access";
export { openInvitation } from "./commands/accept-invitation";
export { answerAuth } from "./commands/answer-auth";
export { answerLanguage } from "./commands/answer-language";
export { thenApplyAccess } from "./commands/apply-access";
export { changeRole } from "./commands/change-role";
export { enterByLink } from "./commands/enter-by-link";
export { openProbeSession, probePerson } from "./commands/probe-person";
export { reinstateUser } from "./commands/reinstate-user";
export { createSetupLink, isSetupOpen } from "./commands/setup-link";
export { signOut } from "./commands/sign-out";
export {
  submitDemoDoor,
  submitFirstAdmin,
  submitInvitation,
  submitLink,
  submitLinkRequest,
  submitReset,
  submitResetRequest,
  submitSignIn,
  submitSignUp,
  submitVerification,
} from "./commands/submit";
export { submitAddress, submitAddressLink } from "./commands/submit-address";
export { suspendUser } from "./commands/suspend-user";
export { archiveTeam, changeMembers, createTeam, renameTeam } from "./commands/teams";
export { deliverIdentity, mayJoinPersonRoom } from "./deliveries";
export {
  type AccessReason,
  accessChanged as identityAccessChanged,
  teamArchived,
} from "./events";
export { applyAccessChange } from "./jobs";
export { actorById } from "./queries/actor-by-id";
export { agents } from "./queries/agents";

export { namesOf } from "./queries/names";
export { addressLink, passwordOf } from "./queries/own-address";
export { teams } from "./queries/teams";
export { identityRouter } from "./router";
export { type Permission, permissions, roleMay } from "./rules/permissions";
export { homeOf, wayIn } from "./rules/way-in";
export { type AgentView, emailSchema, type Named, nameSchema, type PersonView } from "./schema";
export { countLink } from "./steps/caller";
export {
  type Requester,
  requesterFor,
  type WantedRequester,
  writerOf,
} from "./steps/customer";
export { erasePerson } from "./steps/erase-person";
export {
  type MergingPerson,
  peopleForMerge,
  restorePerson,
  retirePerson,
} from "./steps/merged-people";
export { peopleAt } from "./steps/people-at";
export { proveAddress } from "./steps/prove-address";
export { hashOf as tokenHash, newSecretToken } from "./steps/secret-token";
