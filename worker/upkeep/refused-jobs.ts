import { tryRefusedAgain } from "@/platform/queues";
import { processors } from "../processors";

/** What a worker of another version refused is done by us, where we know it. */
export async function takeUpRefused(): Promise<void> {
  await tryRefusedAgain(processors);
}
