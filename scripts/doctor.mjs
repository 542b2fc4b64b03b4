import "./prepare/node-version.mjs";

// It looks and changes nothing, so it neither installs nor generates.
const looking = { install: false, generated: false };

import("./prepare/run.mjs").then(({ run }) => run("scripts/doctor/main.ts", [], looking));
