export { callerAddress } from "./address";
export { checkDeclaredBytes, jsonText, readJsonText, tooLarge } from "./body";
export { checkJsonDepth } from "./json-depth";
export { checkRequest, isOurOrigin } from "./request";
