import * as z from "zod";
import { checkedAddresses, refusedAddress } from "@/modules/webhooks";
import { defineVerb } from "../verb";

export const webhookCheck = defineVerb({
  group: "webhook",
  verb: "check",
  summary: "Whether a webhook may be sent to an address.",
  flags: { resolve: "looks the name up and checks each of its addresses" },
  input: z.strictObject({ url: z.string() }),
  example: { url: "https://hooks.example.com/tickets" },
  async answer({ url }, { flags }) {
    const problem = flags.has("resolve")
      ? (await checkedAddresses(url)).refused
      : refusedAddress(url);
    return { allowed: problem === null, reason: problem?.words ?? null };
  },
});
