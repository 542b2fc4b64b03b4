import { PlainButton } from "@/ui/plain-button";
import { useSay } from "@/ui/words";

interface StatusFormProps {
  readonly to: "resolved" | "open";
  readonly action: (form: FormData) => void;
  readonly commandId: string;
  readonly ticketId: string;
  readonly number: number;
  readonly busy: boolean;
  /** False where the form has to go as it would without a script. */
  readonly onBecome: (to: "resolved" | "open") => boolean;
}

/** Marks a request as solved, or opens it again. */
export function StatusForm(props: StatusFormProps) {
  const say = useSay("request");
  const { to, action, commandId, ticketId, number, busy, onBecome } = props;
  return (
    <form
      action={action}
      onSubmit={(event) => {
        if (onBecome(to)) event.preventDefault();
      }}
    >
      <input type="hidden" name="verb" value={to === "resolved" ? "resolve" : "reopen"} />
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="ticketId" value={ticketId} />
      <input type="hidden" name="number" value={number} />
      <PlainButton type="submit" busy={busy}>
        {to === "resolved" ? say("resolve") : say("reopen")}
      </PlainButton>
    </form>
  );
}
