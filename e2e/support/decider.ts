import { createInterface } from "node:readline";
import * as z from "zod";
import { machineScaling } from "@/modules/capacity";
import { isScalingSubject } from "@/modules/capacity/client";

const questionSchema = z.object({
  parts: z.array(
    z.object({
      subject: z.string().refine(isScalingSubject),
      running: z.number(),
      coresEach: z.number(),
    }),
  ),
  machine: z.object({ cores: z.number(), coresGiven: z.number() }),
});

/** Decides as `npm run up -- --autoscale` does: a question a line, an answer a line among its log. */
const decide = machineScaling();
for await (const line of createInterface({ input: process.stdin })) {
  const { parts, machine } = questionSchema.parse(JSON.parse(line));
  const decided = await decide(parts, machine).catch((thrown: unknown) => String(thrown));
  process.stdout.write(`${JSON.stringify({ decided })}\n`);
}
