import { ensureBuilt } from "./build";

const { hash, distDir, bundleDir } = await ensureBuilt((line) => process.stdout.write(`${line}\n`));
process.stdout.write(`Build ${hash} is in ${distDir} (pages) and ${bundleDir} (processes).\n`);
