export { ResponsePicker } from "./components/lazy-response-picker";
export { lineWords } from "./rules/diff";
export { type VariableName, variableWords } from "./rules/variables";
export type {
  DiffLine,
  MacroActions,
  MacroMessage,
  MacroView,
  Missing,
  ResponseView,
  Scope,
} from "./types";
