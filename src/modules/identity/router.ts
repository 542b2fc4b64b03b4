import { router } from "@/trpc/init";
import { adminProcedure, agentProcedure, customerProcedure, run } from "@/trpc/procedures";
import { changeRole } from "./commands/change-role";
import { endSessions } from "./commands/end-sessions";
import { invite, resendInvitation, revokeInvitation } from "./commands/invite";
import { archiveOrganization, placeCustomer, saveOrganization } from "./commands/organizations";
import { reinstateUser } from "./commands/reinstate-user";
import { setAvailability } from "./commands/set-availability";
import { setKeys } from "./commands/set-keys";
import { setLanguage } from "./commands/set-language";
import { setName } from "./commands/set-name";
import { setTimeZone } from "./commands/set-time-zone";
import { suspendUser } from "./commands/suspend-user";
import { archiveTeam, changeMembers, createTeam, renameTeam } from "./commands/teams";
import { agents, agentsInput } from "./queries/agents";
import { availability } from "./queries/availability";
import { customer, customerInput, customers, customersInput } from "./queries/customers";
import { invitations, invitationsInput } from "./queries/invitations";
import { me } from "./queries/me";
import { namesInput, namesOf } from "./queries/names";
import {
  membersInput,
  organizationMembers,
  organizations,
  organizationsInput,
} from "./queries/organizations";
import { people, peopleInput, person, personInput, staffCounts } from "./queries/people";
import { sessions } from "./queries/sessions";
import { teamList, teams } from "./queries/teams";

export const identityRouter = router({
  me: customerProcedure.query(({ ctx }) => me(ctx.actor)),
  availability: agentProcedure.query(({ ctx }) => availability(ctx.actor)),
  setAvailability: agentProcedure.input(setAvailability.schema).mutation(run(setAvailability)),
  sessions: customerProcedure.query(({ ctx }) => sessions(ctx.actor)),
  endSessions: customerProcedure.input(endSessions.schema).mutation(run(endSessions)),
  setKeys: agentProcedure.input(setKeys.schema).mutation(run(setKeys)),
  setName: customerProcedure.input(setName.schema).mutation(run(setName)),
  setLanguage: customerProcedure.input(setLanguage.schema).mutation(run(setLanguage)),
  setTimeZone: customerProcedure.input(setTimeZone.schema).mutation(run(setTimeZone)),
  agents: agentProcedure.input(agentsInput).query(({ ctx, input }) => agents(ctx.actor, input)),
  customers: agentProcedure.input(customersInput).query(({ input }) => customers(input)),
  customer: agentProcedure.input(customerInput).query(({ input }) => customer(input)),
  names: agentProcedure
    .input(namesInput)
    .query(async ({ input }) => ({ names: await namesOf(input.ids) })),
  teams: agentProcedure.query(teams),
  teamList: adminProcedure.query(teamList),
  createTeam: adminProcedure.input(createTeam.schema).mutation(run(createTeam)),
  renameTeam: adminProcedure.input(renameTeam.schema).mutation(run(renameTeam)),
  changeMembers: adminProcedure.input(changeMembers.schema).mutation(run(changeMembers)),
  archiveTeam: adminProcedure.input(archiveTeam.schema).mutation(run(archiveTeam)),
  organizations: adminProcedure
    .input(organizationsInput)
    .query(({ input }) => organizations(input)),
  organizationMembers: adminProcedure
    .input(membersInput)
    .query(({ input }) => organizationMembers(input)),
  saveOrganization: adminProcedure.input(saveOrganization.schema).mutation(run(saveOrganization)),
  archiveOrganization: adminProcedure
    .input(archiveOrganization.schema)
    .mutation(run(archiveOrganization)),
  placeCustomer: adminProcedure.input(placeCustomer.schema).mutation(run(placeCustomer)),
  people: adminProcedure.input(peopleInput).query(({ input }) => people(input)),
  person: adminProcedure.input(personInput).query(({ input }) => person(input)),
  staffCounts: adminProcedure.query(staffCounts),
  invitations: adminProcedure.input(invitationsInput).query(({ input }) => invitations(input)),
  invite: adminProcedure.input(invite.schema).mutation(run(invite)),
  resendInvitation: adminProcedure.input(resendInvitation.schema).mutation(run(resendInvitation)),
  revokeInvitation: adminProcedure.input(revokeInvitation.schema).mutation(run(revokeInvitation)),
  suspend: adminProcedure.input(suspendUser.schema).mutation(run(suspendUser)),
  reinstate: adminProcedure.input(reinstateUser.schema).mutation(run(reinstateUser)),
  changeRole: adminProcedure.input(changeRole.schema).mutation(run(changeRole)),
});
