import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { frameOfPage } from "@/trpc/language";
import { appearanceCookie, readAppearance } from "@/ui/appearance/appearance";
import { fontClasses } from "@/ui/fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await frameOfPage();
  return { title: { default: name, template: `%s · ${name}` } };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f2f4f1" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1514" },
  ],
};

/** The look is chosen by a cookie and rendered by the server: nothing flashes and no script runs first. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { theme, contrast, density, keys } = readAppearance(
    (await cookies()).get(appearanceCookie)?.value,
  );
  return (
    <html
      lang="en"
      data-theme={theme}
      data-contrast={contrast}
      data-density={density}
      data-keys={keys}
      className={fontClasses}
    >
      <body className="bg-canvas font-sans text-body text-ink antialiased">{children}</body>
    </html>
  );
}
