import { router } from "@/trpc/init";
import { adminProcedure, agentProcedure, customerProcedure, run } from "@/trpc/procedures";
import { changeRole } from "./commands/change-role";
import { reinstateUser } from "./commands/reinstate-user";
import { suspendUser } from "./commands/suspend-user";
import { archiveTeam, changeMembers, createTeam, renameTeam } from "./commands/teams";
import { agents, agentsInput } from "./queries/agents";
import { me } from "./queries/me";
import { people, peopleInput } from "./queries/people";
import { teamList, teams } from "./queries/teams";

export const identityRouter = router({
  me: customerProcedure.query(({ ctx }) => me(ctx.actor)),
  agents: agentProcedure.input(agentsInput).query(({ ctx, input }) => agents(ctx.actor, input)),
  teams: agentProcedure.query(teams),
  teamList: adminProcedure.query(teamList),
  createTeam: adminProcedure.input(createTeam.schema).mutation(run(createTeam)),
  renameTeam: adminProcedure.input(renameTeam.schema).mutation(run(renameTeam)),
  changeMembers: adminProcedure.input(changeMembers.schema).mutation(run(changeMembers)),
  archiveTeam: adminProcedure.input(archiveTeam.schema).mutation(run(archiveTeam)),
  people: adminProcedure.input(peopleInput).query(({ input }) => people(input)),
  suspend: adminProcedure.input(suspendUser.schema).mutation(run(suspendUser)),
  reinstate: adminProcedure.input(reinstateUser.schema).mutation(run(reinstateUser)),
  changeRole: adminProcedure.input(changeRole.schema).mutation(run(changeRole)),
});
