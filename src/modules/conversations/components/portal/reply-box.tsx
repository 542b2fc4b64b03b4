import type { RefObject } from "react";
import { ErrorSummary } from "@/ui/error-summary";
import { Field } from "@/ui/field";
import { PlainButton } from "@/ui/plain-button";
import { TextLink } from "@/ui/text-link";
import { Textarea } from "@/ui/textarea";
import { useSay } from "@/ui/words";
import { FilePicker } from "./file-picker";
import type { FilesHand } from "./files-hand";
import { labelled } from "./labelled";
import { pastedFiles } from "./pasted-files";
import type { PortalLimits } from "./problems";
import { useOnline } from "./use-online";
import type { Writing } from "./writing";

interface ReplyBoxProps {
  readonly formRef: RefObject<HTMLFormElement | null>;
  readonly action: (form: FormData) => void;
  /** Sends it; false where the form has to go as it would without a script. */
  readonly onSend: () => boolean;
  readonly onInput: () => void;
  readonly commandId: string;
  readonly ticketId: string;
  readonly number: number;
  readonly first: string;
  readonly solved: boolean;
  readonly onItsWay: boolean;
  readonly writing: Writing;
  readonly onFiles: (work: (hand: FilesHand) => void) => void;
  readonly limits: PortalLimits;
}

/** The one box of a request. */
export function ReplyBox(props: ReplyBoxProps) {
  const say = useSay("request");
  const box = useSay("box");
  const { formRef, action, onSend, onInput, commandId, ticketId, number, first } = props;
  const { solved, onItsWay, writing, onFiles, limits } = props;
  const { problems, attempt, signedOut, files } = writing;
  const sending = onItsWay || writing.busy === "send";
  const online = useOnline();
  const about = problems.find((problem) => problem.field === "body")?.message;
  return (
    <form
      ref={formRef}
      action={action}
      noValidate
      onInput={onInput}
      onSubmit={(event) => {
        if (onSend()) event.preventDefault();
      }}
      className="flex flex-col gap-4"
    >
      <ErrorSummary errors={labelled(problems, box)} attempt={attempt} />
      {signedOut && (
        <TextLink href={`/sign-in?to=/portal/requests/${number}`}>{box("signIn")}</TextLink>
      )}
      <input type="hidden" name="verb" value="reply" />
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="ticketId" value={ticketId} />
      <input type="hidden" name="number" value={number} />
      <Field
        id="body"
        label={solved ? say("boxSolved") : say("box")}
        hint={solved ? say("boxSolvedHint") : box("markdownHint")}
        error={about}
      >
        {(control) => (
          <Textarea
            {...control}
            name="body"
            rows={3}
            readOnly={sending}
            defaultValue={first}
            onPaste={(event) => pastedFiles(event, (pasted) => onFiles((hand) => hand.add(pasted)))}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
        )}
      </Field>
      <FilePicker files={files} limits={limits} onFiles={onFiles} />
      <PlainButton
        id="send"
        type="submit"
        variant="primary"
        busy={sending}
        className="md:self-start"
      >
        {sending ? box("sending") : solved ? say("sendAndReopen") : box("send")}
      </PlainButton>
      {sending && !online && (
        <p role="status" className="text-ink-2 text-ui">
          {box("waiting")}
        </p>
      )}
    </form>
  );
}
