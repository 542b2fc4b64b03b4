import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "../build/generate";
import { root } from "../system/root";
import { envExample, withEnvTable } from "./env-words";

// `npm run generate`: everything that is written from something else.
generate();
writeFileSync(join(root, ".env.example"), envExample());
const readme = join(root, "README.md");
if (existsSync(readme)) writeFileSync(readme, withEnvTable(readFileSync(readme, "utf8")));
