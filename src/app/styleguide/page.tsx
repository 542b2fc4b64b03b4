import type { Metadata } from "next";
import { now } from "@/platform/clock";
import { Announcer } from "@/ui/announcer";
import { Buttons, Forms } from "@/ui/guide/controls";
import { Floats } from "@/ui/guide/floats";
import { GlyphTable } from "@/ui/guide/glyph-table";
import { GuideActions } from "@/ui/guide/guide-actions";
import { Roles } from "@/ui/guide/roles";
import { Small, States, Times } from "@/ui/guide/shown";
import { NowProvider } from "@/ui/now-provider";
import { Toaster } from "@/ui/toaster";

export const metadata: Metadata = { title: "Styleguide" };

export default function StyleguidePage() {
  return (
    <NowProvider initialNow={now().toISOString()}>
      <GuideActions>
        <main className="mx-auto w-full max-w-page px-4 py-6">
          <h1 className="pb-4 text-display">Styleguide</h1>
          <Roles />
          <GlyphTable />
          <Buttons />
          <Forms />
          <Floats />
          <Small />
          <Times />
          <States />
        </main>
      </GuideActions>
      <Toaster />
      <Announcer />
    </NowProvider>
  );
}
