import { optionsOf, signIn, visit } from "./k6.ts";

export const options = optionsOf("soak");
export const setup = signIn;
export default visit;
