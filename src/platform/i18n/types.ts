import type { Values } from "./fill";
import type { en } from "./messages/en";

export type Messages = typeof en;
export type Namespace = keyof Messages & string;
export type KeyOf<Name extends Namespace> = keyof Messages[Name] & string;

/** Says a text of one namespace in the reader's language; keys are checked by the compiler. */
export type Say<Name extends Namespace> = (key: KeyOf<Name>, values?: Values) => string;

/** The texts of some namespaces, as a page hands them to its browser components. */
export type WordsOf<Name extends Namespace = Namespace> = Pick<Messages, Name>;
