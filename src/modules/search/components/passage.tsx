import { Lock } from "lucide-react";
import type { MessageHit } from "../schema";

/** What a message says around the words, with the words marked. */
export function Passage({ hit }: { hit: MessageHit }) {
  const places = hit.pieces.map((piece, place) => ({ ...piece, place }));
  return (
    <span className="line-clamp-2 break-words text-ink-2 text-ui">
      {hit.kind === "note" && (
        <span className="me-1 inline-flex items-center gap-1 rounded-control bg-note-paper px-1 text-note-ink text-small">
          <Lock size={12} aria-hidden="true" />
          Note
        </span>
      )}
      <span className="text-ink-3">{hit.author}: </span>
      {places.map(({ text, hit: isHit, place }) =>
        isHit ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
      )}
    </span>
  );
}
