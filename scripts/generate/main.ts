import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { outputs } from "../../deploy/outputs";
import { withTopologyTable } from "../../deploy/topology/docs-table";
import { generate } from "../build/generate";
import { root } from "../system/root";
import { envExample, withEnvTable } from "./env-words";

// `npm run generate`: everything that is written from something else.
generate();
writeFileSync(join(root, ".env.example"), envExample());
const readme = join(root, "README.md");
if (existsSync(readme)) writeFileSync(readme, withEnvTable(readFileSync(readme, "utf8")));
for (const { path, text } of outputs()) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
const deployment = join(root, "docs", "deployment.md");
writeFileSync(deployment, withTopologyTable(readFileSync(deployment, "utf8")));
