"use client";

import { useDraftEngine } from "@/modules/conversations/components/composer/drafts/use-draft-engine";
import { DraftList } from "@/modules/conversations/components/draft-list";
import { ConsoleFrame } from "./console-frame";

export function DraftsScreen() {
  useDraftEngine();
  return (
    <ConsoleFrame show="main" mainLabel="Drafts">
      <div className="mx-auto flex w-full max-w-medium flex-col">
        <h1 className="p-4 text-title">Drafts</h1>
        <DraftList />
      </div>
    </ConsoleFrame>
  );
}
