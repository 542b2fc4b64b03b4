import { useNow } from "@/ui/now-provider";
import { PlainButton } from "@/ui/plain-button";
import { useSay } from "@/ui/words";
import type { MessageView } from "../../schema";

interface HeldFootProps {
  readonly message: MessageView;
  readonly commandId: string | undefined;
  readonly action: (form: FormData) => void;
  readonly busy: boolean;
  /** False where the form has to go as it would without a script. */
  readonly onUndo: (message: MessageView) => boolean;
}

/** An answer that waits for its time can still be taken back. */
export function HeldFoot({ message, commandId, action, busy, onUndo }: HeldFootProps) {
  const say = useSay("request");
  const now = useNow(1_000);
  const msLeft = Date.parse(message.releaseAt ?? message.createdAt) - now.getTime();
  const seconds = Math.max(0, Math.round(msLeft / 1_000));
  return (
    <form
      action={action}
      onSubmit={(event) => {
        if (onUndo(message)) event.preventDefault();
      }}
      className="mt-3 flex flex-wrap items-center gap-3 border-line border-t pt-3 text-ui"
    >
      <input type="hidden" name="verb" value="undo" />
      <input type="hidden" name="commandId" value={commandId ?? ""} />
      <input type="hidden" name="ticketId" value={message.ticketId} />
      <input type="hidden" name="messageId" value={message.id} />
      <span className="text-ink-2 tabular-nums" suppressHydrationWarning>
        {seconds > 0 ? say("sendsIn", { seconds }) : say("sendsNow")}
      </span>
      {seconds > 0 && (
        <PlainButton type="submit" busy={busy}>
          {say("undo")}
        </PlainButton>
      )}
    </form>
  );
}
