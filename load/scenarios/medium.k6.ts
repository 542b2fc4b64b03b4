import { optionsOf, signIn, visit } from "./k6.ts";

export const options = optionsOf("medium");
export const setup = signIn;
export default visit;
