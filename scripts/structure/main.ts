import { checks } from "./checks";
import { reportOn } from "./report";
import { readTree } from "./tree";

/** `npm run structure [word]`: all rules of the house, or those whose name has the word in it. */
const word = process.argv[2] ?? "";
const wanted = checks.filter((check) => check.name.includes(word));
const { text, failed } = await reportOn(readTree(process.cwd()), wanted);
process.stdout.write(text);
process.exitCode = failed === 0 && wanted.length > 0 ? 0 : 1;
