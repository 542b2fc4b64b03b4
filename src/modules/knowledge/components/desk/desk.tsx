"use client";

import { type ComponentType, createContext, type ReactNode, useContext } from "react";

/** Where a text is written: the same editor as that of replies, from the module that has it. */
export type BodyFieldProps = {
  readonly label: string;
  /** Markdown. */
  readonly value: string;
  readonly onChange: (text: string) => void;
};

/** Who writes articles here, and with what. */
export type Desk = {
  readonly me: {
    readonly id: string;
    readonly role: string;
    readonly timeZone: string;
    readonly locale: string;
  };
  readonly BodyField: ComponentType<BodyFieldProps>;
  /** Shows a cleaned text as it is. */
  readonly Body: ComponentType<{ readonly html: string }>;
};

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("DeskProvider is missing above this component.");
  return desk;
}
