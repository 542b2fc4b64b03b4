import { keyOf, valkey } from "@/platform/valkey";
import { onlyInDemo } from "../queries/activity";

/** The people of the demo notice before their next act. Twice does no more than once. */
export async function stopActivity(): Promise<{ active: false }> {
  onlyInDemo();
  await valkey("realtime").del(keyOf("demoActivity"));
  return { active: false };
}
