import { Notice } from "@/ui/notice";
import type { Trouble } from "./use-deed";

/** What went wrong, where it was asked for. */
export function TroubleLine({ trouble }: { trouble: Trouble }) {
  return (
    <div role="alert" className="empty:hidden">
      {trouble !== null && (
        <Notice tone="bad">
          {trouble.words}
          {trouble.reference !== undefined && ` Reference ${trouble.reference.slice(0, 8)}.`}
        </Notice>
      )}
    </div>
  );
}
