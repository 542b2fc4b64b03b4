export { isSurgeLevel, type Shed, type SurgeLevel, shedOrder, surgeLevels } from "./client";
export { followSurge, readSurge, sheds, surgeLevel, tellSurge } from "./state";
