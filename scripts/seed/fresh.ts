import { migrate } from "@/platform/database/migrate";
import { recreateDatabase } from "../services/postgres-database";

await recreateDatabase(process.argv[3] ?? "");
await migrate(process.argv[2] ?? "");
process.exit(0);
