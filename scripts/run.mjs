import "./prepare/node-version.mjs";

const [file, ...args] = process.argv.slice(2);
// Making the client must not wait for a client to be made.
const generated = !/^scripts\/(build|generate)\//.test(file ?? "");

if (file === undefined) {
  process.stderr.write("Usage: node scripts/run.mjs FILE.ts [arguments]\n");
  process.exit(2);
}
import("./prepare/run.mjs").then(({ run }) => run(file, args, { generated }));
