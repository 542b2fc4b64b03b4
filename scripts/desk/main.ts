import { runDesk } from "./run";

// A reader that has seen enough (`| head`) is no failure of ours.
process.stdout.on("error", () => process.exit(0));

const { exit, value, words, pretty } = await runDesk(process.argv.slice(2));
if (words !== undefined) process.stderr.write(`${words}\n`);
const text = `${JSON.stringify(value, null, pretty ? 2 : undefined)}\n`;
// A connection that a verb has opened must not keep the terminal waiting once all is written.
process.stdout.write(text, () => process.exit(exit));
