import type { RefObject } from "react";
import { Button } from "@/ui/button";
import { ErrorSummary } from "@/ui/error-summary";
import { Field } from "@/ui/field";
import { TextLink } from "@/ui/text-link";
import { Textarea } from "@/ui/textarea";
import { problemsToShow } from "./ask-form";
import { FilePicker } from "./file-picker";
import type { PortalProblem } from "./form-state";
import type { PortalLimits } from "./problems";
import type { Files } from "./use-files";
import { useOnline } from "./use-online";
import { askWords, requestWords as words } from "./words";

interface ReplyBoxProps {
  readonly formRef: RefObject<HTMLFormElement | null>;
  readonly action: (form: FormData) => void;
  readonly onSend: () => void;
  readonly onInput: () => void;
  readonly commandId: string;
  readonly ticketId: string;
  readonly number: number;
  readonly first: string;
  readonly solved: boolean;
  readonly sending: boolean;
  readonly signedOut: boolean;
  readonly problems: readonly PortalProblem[];
  readonly attempt: number;
  readonly brought: Files;
  readonly limits: PortalLimits;
}

/** The one box of a request. */
export function ReplyBox(props: ReplyBoxProps) {
  const { formRef, action, onSend, onInput, commandId, ticketId, number, first } = props;
  const { solved, sending, signedOut, problems, attempt, brought, limits } = props;
  const online = useOnline();
  const about = problems.find((problem) => problem.field === "body")?.message;
  return (
    <form
      ref={formRef}
      action={action}
      noValidate
      onInput={onInput}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
      className="flex flex-col gap-4"
    >
      <ErrorSummary errors={problemsToShow(problems)} attempt={attempt} />
      {signedOut && (
        <TextLink href={`/sign-in?to=/portal/requests/${number}`}>{askWords.signIn}</TextLink>
      )}
      <input type="hidden" name="verb" value="reply" />
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="ticketId" value={ticketId} />
      <input type="hidden" name="number" value={number} />
      <Field
        id="body"
        label={solved ? words.boxSolved : words.box}
        hint={solved ? words.boxSolvedHint : askWords.markdownHint}
        error={about}
      >
        {(control) => (
          <Textarea
            {...control}
            name="body"
            rows={3}
            readOnly={sending}
            defaultValue={first}
            onPaste={(event) => {
              const pasted = [...event.clipboardData.files];
              if (pasted.length === 0) return;
              event.preventDefault();
              brought.add(pasted);
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              onSend();
            }}
          />
        )}
      </Field>
      <FilePicker brought={brought} limits={limits} />
      <Button id="send" type="submit" variant="primary" busy={sending}>
        {sending ? askWords.sending : solved ? words.sendAndReopen : words.send}
      </Button>
      {sending && !online && (
        <p role="status" className="text-ink-2 text-ui">
          {askWords.waiting}
        </p>
      )}
    </form>
  );
}
