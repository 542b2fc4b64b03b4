import { join } from "node:path";

/** Names the folder that the log of changes is copied to; where it is not there, nothing is. */
export const archivePointer = (dataDir: string) => join(dataDir, "wal-archive");

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''").replaceAll("%", "%%")}'`;

/** How long a change may lie in a log that is not copied yet. */
const archiveSeconds = 60;

/**
 * Lets PostgreSQL hand each finished piece of its log to the backup, once there is one. Archiving
 * cannot be turned on while it runs, so it always is; what it does is read anew each time.
 */
export function archiveSettings(dataDir: string): Record<string, string | number> {
  const to = `to=$(cat ${quoted(archivePointer(dataDir))} 2>/dev/null) || exit 0; [ -n "$to" ] || exit 0`;
  const copy = `cp "%p" "$to/.%f.part" && sync "$to/.%f.part" && mv "$to/.%f.part" "$to/%f"`;
  return {
    archive_mode: "on",
    archive_timeout: archiveSeconds,
    archive_command: `${to}; ${copy}`,
  };
}
