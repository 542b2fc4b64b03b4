export { type Accent, accentInstead, accentOf, isColour } from "./rules/accent";
export type { WorkspaceLook, WorkspaceSettings } from "./types";
