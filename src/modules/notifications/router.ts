import { router } from "@/trpc/init";
import { agentProcedure, run } from "@/trpc/procedures";
import { readNotices } from "./commands/read-notices";
import { savePreferences } from "./commands/save-preferences";
import { triage } from "./commands/triage";
import { inbox, inboxInput } from "./queries/inbox";
import { notices } from "./queries/notices";
import { preferences } from "./queries/preferences";
import { unread } from "./queries/unread";

export const notificationsRouter = router({
  inbox: agentProcedure.input(inboxInput).query(({ ctx, input }) => inbox(ctx.actor, input)),
  unread: agentProcedure.query(({ ctx }) => unread(ctx.actor)),
  preferences: agentProcedure.query(({ ctx }) => preferences(ctx.actor)),
  notices: agentProcedure.query(({ ctx }) => notices(ctx.actor)),
  readNotices: agentProcedure.input(readNotices.schema).mutation(run(readNotices)),
  triage: agentProcedure.input(triage.schema).mutation(run(triage)),
  savePreferences: agentProcedure.input(savePreferences.schema).mutation(run(savePreferences)),
});
