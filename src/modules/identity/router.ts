import { router } from "@/trpc/init";
import { adminProcedure, agentProcedure, customerProcedure, run } from "@/trpc/procedures";
import { changeRole } from "./commands/change-role";
import { reinstateUser } from "./commands/reinstate-user";
import { suspendUser } from "./commands/suspend-user";
import { agents, agentsInput } from "./queries/agents";
import { customer, customerInput, customers, customersInput } from "./queries/customers";
import { me } from "./queries/me";
import { people, peopleInput } from "./queries/people";
import { teams } from "./queries/teams";

export const identityRouter = router({
  me: customerProcedure.query(({ ctx }) => me(ctx.actor)),
  agents: agentProcedure.input(agentsInput).query(({ ctx, input }) => agents(ctx.actor, input)),
  customers: agentProcedure.input(customersInput).query(({ input }) => customers(input)),
  customer: agentProcedure.input(customerInput).query(({ input }) => customer(input)),
  teams: agentProcedure.query(teams),
  people: adminProcedure.input(peopleInput).query(({ input }) => people(input)),
  suspend: adminProcedure.input(suspendUser.schema).mutation(run(suspendUser)),
  reinstate: adminProcedure.input(reinstateUser.schema).mutation(run(reinstateUser)),
  changeRole: adminProcedure.input(changeRole.schema).mutation(run(changeRole)),
});
