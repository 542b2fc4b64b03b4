import type { Metadata } from "next";
import { now } from "@/platform/clock";
import { Announcer } from "@/ui/announcer";
import { NowProvider } from "@/ui/now-provider";
import { Toaster } from "@/ui/toaster";
import { GuideActions } from "./guide-actions";
import { Buttons, Forms } from "./sections/controls";
import { Floats } from "./sections/floats";
import { GlyphTable } from "./sections/glyph-table";
import { Roles } from "./sections/roles";
import { Small, States, Times } from "./sections/shown";

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
