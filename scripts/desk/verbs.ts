/**
 * The commands of the desk. To add one:
 *
 * 1. Write `verbs/<group>-<verb>.ts` (an idea a file, rules stay in their module and come through its door):
 *
 *      export const slaDue = defineVerb({
 *        group: "sla", verb: "due", summary: "When a number of business minutes will have passed.",
 *        input: z.strictObject({ ... }),        // what is unknown or wrong becomes `invalid` by itself
 *        example: { ... },                      // shown by `desk help sla due`; a test answers it
 *        answer(input, { flags, file }) { ... } // gives the answer, or a promise of it
 *      });
 *
 *    `defineBytesVerb` reads files that are not JSON (`answer(bytes, { file })`), `defineListing` reads nothing.
 *    Whoever cannot answer throws `new Refusal("no_solution", "why, in a sentence")`.
 *    `flags: { resolve: "what it does" }` allows `--resolve`, which is then in `options.flags`.
 * 2. Add one line here. It loads the file only when it is asked for, so that no verb slows another's start.
 */
import type { Verb } from "./verb";

export const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  "sla due": async () => (await import("./verbs/sla-due")).slaDue,
  "sla elapsed": async () => (await import("./verbs/sla-elapsed")).slaElapsed,
  "sla clock": async () => (await import("./verbs/sla-clock")).slaClock,
  "sla explain": async () => (await import("./verbs/sla-explain")).slaExplain,
  "webhook check": async () => (await import("./verbs/webhook-check")).webhookCheck,
  "scaling decide": async () => (await import("./verbs/scaling-decide")).scalingDecide,
  "scaling simulate": async () => (await import("./verbs/scaling-simulate")).scalingSimulate,
  "queueing solve": async () => (await import("./verbs/queueing-solve")).queueingSolve,
  "capacity fit": async () => (await import("./verbs/capacity-fit")).capacityFit,
  "capacity plan": async () => (await import("./verbs/capacity-plan")).capacityPlan,
  "slo burn": async () => (await import("./verbs/slo-burn")).sloBurn,
  "html clean": async () => (await import("./verbs/html-clean")).htmlClean,
  "files check": async () => (await import("./verbs/files-check")).filesCheck,
  "api list": async () => (await import("./verbs/api-list")).apiList,
  "demo accounts": async () => (await import("./verbs/demo-accounts")).demoAccountsList,
  "mail preview": async () => (await import("./verbs/mail-preview")).mailPreview,
};
