import { defineLetter } from "@/platform/mailer/letters";
import { deletedWords, exportWords } from "../rules/letters";

/** The letters of this module; whoever loads the module has them among all letters. */
export const letters = {
  export: defineLetter(exportWords),
  deleted: defineLetter(deletedWords),
};
