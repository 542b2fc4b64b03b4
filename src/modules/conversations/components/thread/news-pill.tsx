import { Button } from "@/ui/button";
import type { MessageView } from "../../schema";

interface NewsPillProps {
  readonly unseen: readonly MessageView[];
  /** One reads apart from the newest, with messages missing between. */
  readonly apart: boolean;
  readonly onClick: () => void;
}

/** What came while one reads further up, and the way there. */
export function NewsPill({ unseen, apart, onClick }: NewsPillProps) {
  if (unseen.length === 0 && !apart) return null;
  return (
    <div className="pointer-events-none sticky bottom-14 flex h-0 justify-center">
      <Button
        variant="primary"
        onClick={onClick}
        className="pointer-events-auto rounded-full! shadow-float"
      >
        {unseen.length === 0
          ? "Go to the newest"
          : `${unseen.length} new from ${unseen.at(-1)?.author.name}`}
      </Button>
    </div>
  );
}
