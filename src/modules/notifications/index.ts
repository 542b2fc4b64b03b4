export { notify } from "./jobs";
