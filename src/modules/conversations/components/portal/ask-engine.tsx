"use client";

import { useCallback } from "react";
import { TrpcProvider } from "@/trpc/provider";
import { type AskHand, type Asking, askHand } from "./ask-hand";
import { type Calls, GiveCalls } from "./calls";

interface AskEngineProps {
  readonly asking: Asking;
  readonly onReady: (hand: AskHand) => void;
}

/** What Ask needs beyond a plain form; it comes after the first paint. */
export function AskEngine({ asking, onReady }: AskEngineProps) {
  const onCalls = useCallback((calls: Calls) => onReady(askHand(asking, calls)), [asking, onReady]);
  return (
    <TrpcProvider>
      <GiveCalls onReady={onCalls} />
    </TrpcProvider>
  );
}
