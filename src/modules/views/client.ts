export { standardViews, type View } from "./rules/standard-views";
