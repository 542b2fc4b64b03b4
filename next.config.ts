import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  // A build beside a running start goes into a folder of its own.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  // Where a proxy of ours stands in front it compresses; doing it here, too, would cost CPU.
  compress: (process.env.PROXY_HOPS ?? "0") === "0",
  // Next does not know TypeScript 7; `npm run types` checks, apart from the build.
  typescript: { ignoreBuildErrors: true },
  // These load files or native parts of their own and must stay what npm installed.
  serverExternalPackages: [
    "@prisma/client",
    "@prisma/adapter-pg",
    "bullmq",
    "iovalkey",
    "nodemailer",
    "pg",
    "pino",
    "prom-client",
  ],
};

export default config;
