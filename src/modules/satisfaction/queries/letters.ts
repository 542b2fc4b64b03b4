import { defineLetter } from "@/platform/mailer/letters";
import { ratingWords } from "../rules/letter";

/** The letter of this module; whoever loads the module has it among all letters. */
export const ratingLetter = defineLetter(ratingWords);
