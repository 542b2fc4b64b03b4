"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { DemoStripProps } from "./demo-strip";

const DemoContext = createContext<DemoStripProps | null>(null);

/** Whose demo this is; null outside of demo mode. */
export const useDemo = () => useContext(DemoContext);

export function DemoProvider({
  demo,
  children,
}: {
  demo: DemoStripProps | null;
  children: ReactNode;
}) {
  return <DemoContext value={demo}>{children}</DemoContext>;
}
