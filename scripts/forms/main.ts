/** `npm run forms`: keeps today's forms of jobs, events and messages with those that were published before. */
import { recordForms } from "@/testing/forms/recorded";
import { root } from "../system/root";

const added = await recordForms(root);
process.stdout.write(
  added.length === 0
    ? "Every form is known already.\n"
    : `${added.join("\n")}\n\nKept in src/testing/forms/recorded. Take out what was never published.\n`,
);
