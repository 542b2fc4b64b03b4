"use client";

import type { ReactNode } from "react";
import { RegionContext } from "./context";
import type { Scope } from "./keymap";

interface ActionScopeProps {
  readonly scope: Exclude<Scope, "everywhere">;
  readonly children: ReactNode;
  /** Without one the region adds no box of its own to the layout. */
  readonly className?: string | undefined;
}

/** A region whose actions answer while focus is in it. */
export function ActionScope({ scope, children, className = "contents" }: ActionScopeProps) {
  return (
    <div data-action-scope={scope} className={className}>
      <RegionContext value={scope}>{children}</RegionContext>
    </div>
  );
}
