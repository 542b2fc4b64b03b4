import { directUrl } from "@/platform/database";
import { migrate } from "@/platform/database/migrate";
import { setRoleBounds } from "@/platform/database/role-bounds";
import { env } from "@/platform/env";

/** The step that everything else waits for: brings the database to the newest schema and ends. */
try {
  const { applied } = await migrate(directUrl(), (line) => process.stdout.write(`${line}\n`));
  const { DATABASE_DIRECT_URL } = env();
  if (DATABASE_DIRECT_URL !== undefined) await setRoleBounds(DATABASE_DIRECT_URL);
  process.stdout.write(`${applied.length} migrations applied\n`);
} catch (thrown) {
  const says = thrown instanceof Error ? thrown.message : String(thrown);
  process.stderr.write(`The database could not be migrated: ${says}\n`);
  process.exitCode = 1;
}
