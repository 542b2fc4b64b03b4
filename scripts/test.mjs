import "./prepare/node-version.mjs";

import("./prepare/run.mjs").then(({ run }) => run("scripts/test/main.ts", process.argv.slice(2)));
