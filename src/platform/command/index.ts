export { changeResults } from "./change-results";
export {
  type Command,
  type CommandContext,
  type CommandTx,
  command,
  commandIdSchema,
  type Json,
} from "./command";
export { once } from "./once";
