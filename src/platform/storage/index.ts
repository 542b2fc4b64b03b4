import { fileStorage } from "./configured";
import type { Storage } from "./storage";

export { storageOrigin } from "./configured";
export { handleFiles, handleFilesOnWeb } from "./serve";
export {
  type ByteRange,
  type Offer,
  type Storage,
  storageFolders,
  type UploadTarget,
} from "./storage";

/** Where the files of this installation lie. */
export function storage(): Storage {
  return fileStorage().storage;
}
