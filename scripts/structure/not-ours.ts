/** Folders that a person's or a tool's work leaves behind; no check looks into them. */
export const notOurs = [
  ".build",
  ".data",
  ".git",
  ".next",
  "node_modules",
  "playwright-report",
  "src/generated",
  "test-results",
];
