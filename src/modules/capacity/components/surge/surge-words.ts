import { shedOrder } from "@/platform/surge/client";
import type { RouterOutputs } from "@/trpc/client";
import type { Health } from "@/ui/glyphs";

type Surge = RouterOutputs["capacity"]["surge"];

export const shedList = (level: number) =>
  shedOrder.map((shed) => ({ ...shed, rests: level >= shed.level }));

export function surgeSentence({ level, hand }: Surge): { health: Health; sentence: string } {
  const by = hand === null ? "" : `, by ${hand.by}'s choice`;
  if (level === 0) return { health: "ok", sentence: `Nothing rests${by}: all is done as always.` };
  return {
    health: level === 1 ? "warning" : "critical",
    sentence: `Surge mode is at level ${level} of 2${by}.`,
  };
}
