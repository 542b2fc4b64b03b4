"use client";

import { KeptByAgent } from "@/modules/responses/components/admin/admin-page";
import { MacrosPage } from "@/modules/responses/components/admin/macros-page";
import { ResponsesPage } from "@/modules/responses/components/admin/responses-page";
import { ConsoleFrame } from "./console-frame";

/** One's own canned responses or macros, and those of one's teams, in the console. */
export function OwnToolsScreen({ tool }: { tool: "responses" | "macros" }) {
  return (
    <ConsoleFrame show="main" mainLabel={tool === "responses" ? "Canned responses" : "Macros"}>
      <KeptByAgent>{tool === "responses" ? <ResponsesPage /> : <MacrosPage />}</KeptByAgent>
    </ConsoleFrame>
  );
}
