export { applyToActions } from "./live";
export type { AskedDeed, Deed } from "./schema";
