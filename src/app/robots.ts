import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { env } from "@/platform/env";

/** The help centre is for everybody; nothing else of ours is for robots. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  // The address is the installation's and not the build's.
  await connection();
  return {
    rules: {
      userAgent: "*",
      allow: ["/portal/help/", "/files/article/", "/_next/static/", "/sitemap.xml"],
      // The longer rule counts: what was searched for, and how one came, are no pages.
      disallow: ["/", "/portal/help/vote", "/portal/help/*?q=", "/portal/help/*?from="],
    },
    sitemap: new URL("/sitemap.xml", env().PUBLIC_WEB_URL).href,
  };
}
