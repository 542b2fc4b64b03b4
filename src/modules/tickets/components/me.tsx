"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { RouterOutputs } from "@/trpc/client";
import { localeOf } from "./locale";

/** Who sits at this screen, and in which zone and language they read. */
export type Me = RouterOutputs["identity"]["me"];

const MeContext = createContext<Me | null>(null);

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  const read = useMemo(() => ({ ...me, locale: localeOf(me) }), [me]);
  return <MeContext value={read}>{children}</MeContext>;
}

export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error("MeProvider is missing above this component.");
  return me;
}
