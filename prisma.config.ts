import { defineConfig } from "prisma/config";
import { directUrl } from "@/platform/database/pools";

/** For the stock command line, wherever its engine can be had; our own start needs none of it. */
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: directUrl() },
});
