import { isText } from "@/platform/shape";
import { ErrorState } from "@/ui/error-state";
import { readError } from "../error-words";

export function ListError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { words, reference, detail } = readError(error);
  return (
    <ErrorState title="The list could not be loaded" reference={reference} onRetry={onRetry}>
      {isText(detail.says) ? detail.says : words}
    </ErrorState>
  );
}
