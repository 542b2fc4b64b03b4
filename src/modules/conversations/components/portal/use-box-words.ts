"use client";

import { useMemo } from "react";
import { useSaid, useSay } from "@/ui/words";
import type { BoxWords } from "./box-words";

export function useBoxWords(): BoxWords {
  const box = useSay("box");
  const upload = useSay("upload");
  const refusal = useSaid("refusal");
  return useMemo(() => ({ box, upload, refusal }), [box, upload, refusal]);
}
