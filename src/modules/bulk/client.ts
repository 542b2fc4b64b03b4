export { applyToActions } from "./live";
