import { Strip } from "@/ui/strip";

/** Much is going on: what rests, and that work goes on. */
export function SurgeStrip({ level }: { level: number }) {
  return (
    <Strip tone="info">
      {level > 1
        ? "The servers are very busy. Replies go on; counts rest and search looks less deep until it is over."
        : "The servers are busy. Replies go on; search looks less deep until it is over."}
    </Strip>
  );
}
