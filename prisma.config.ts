import { defineConfig } from "prisma/config";

const { DATABASE_DIRECT_URL, DATABASE_PRIMARY_URL, DATABASE_URL } = process.env;

/** For the stock command line, wherever its engine can be had; our own start needs none of it. */
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: DATABASE_DIRECT_URL ?? DATABASE_PRIMARY_URL ?? DATABASE_URL ?? "" },
});
