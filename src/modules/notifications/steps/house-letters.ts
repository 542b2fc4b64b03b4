import { defineLetter } from "@/platform/mailer/letters";
import { digestWords, incidentWords, noticeWords } from "../rules/house-letters";

/** The letters of this module; whoever loads the module has them among all letters. */
export const letters = {
  notice: defineLetter(noticeWords),
  digest: defineLetter(digestWords),
  incident: defineLetter(incidentWords),
};
