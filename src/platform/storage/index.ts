import { fileStorage } from "./configured";
import type { Storage } from "./storage";

export { handleFiles, handleFilesOnWeb } from "./serve";
export { type Storage, storageFolders } from "./storage";

/** Where the files of this installation lie. */
export function storage(): Storage {
  return fileStorage().storage;
}
