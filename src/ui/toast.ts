export {
  dismissToast,
  latestUndoText,
  type ToastInput,
  toast,
  toastMs,
  undoLatest,
} from "./toast-store";
