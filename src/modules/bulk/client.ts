export { applyToActions } from "./live";
export type { Deed } from "./schema";
