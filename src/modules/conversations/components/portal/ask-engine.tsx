"use client";

import { TrpcProvider } from "@/trpc/provider";
import { type Calls, GiveCalls } from "./calls";

/** What Ask needs of the API; it comes after the first paint. */
export function AskEngine({ onReady }: { onReady: (calls: Calls) => void }) {
  return (
    <TrpcProvider>
      <GiveCalls onReady={onReady} />
    </TrpcProvider>
  );
}
