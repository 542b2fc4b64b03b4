"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { PortalFormAction } from "./form-state";

export type PortalForms = {
  ask: PortalFormAction;
  /** Answers, takes an answer back, marks as solved, opens again: the field `verb` says which. */
  converse: PortalFormAction;
};

const FormsContext = createContext<PortalForms | null>(null);

/** Where the portal's forms are sent to when no script takes them. */
export function PortalFormsProvider({
  forms,
  children,
}: {
  forms: PortalForms;
  children: ReactNode;
}) {
  return <FormsContext value={forms}>{children}</FormsContext>;
}

export function usePortalForms(): PortalForms {
  const forms = useContext(FormsContext);
  if (forms === null) throw new Error("PortalFormsProvider is missing above this component.");
  return forms;
}
