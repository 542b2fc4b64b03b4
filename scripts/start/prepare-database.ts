import { migrate } from "@/platform/database/migrate";
import { Advice, messageOf } from "../system/advice";
import { whereOf } from "./reach";
import type { StackServices } from "./services";

/** Brings the database to the newest schema. */
export async function migrateDatabase(
  { directUrl }: StackServices,
  report: (line: string) => void,
): Promise<void> {
  try {
    await migrate(directUrl, report);
  } catch (error) {
    throw new Advice(
      `The database ${whereOf(directUrl)} could not be brought to the newest schema: ${messageOf(error)}`,
    );
  }
}
