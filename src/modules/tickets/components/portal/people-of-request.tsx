import type { Say } from "@/platform/i18n/client";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { PlainButton } from "@/ui/plain-button";

interface PeopleOfRequestProps {
  readonly say: Say<"people">;
  readonly ticketId: string;
  readonly number: number;
  readonly meId: string;
  readonly requester: { readonly id: string; readonly name: string };
  readonly participants: readonly { readonly id: string; readonly name: string }[];
  /** Why the last change was refused. */
  readonly refusal: string | null;
  /** One for each form that can be sent from here. */
  readonly commandId: string;
  readonly action: (form: FormData) => Promise<void>;
}

/** Who reads a request: plain forms, so that it works without a script and costs none. */
export function PeopleOfRequest(props: PeopleOfRequestProps) {
  const { say, ticketId, number, meId, requester, participants, refusal, commandId } = props;
  const mine = requester.id === meId;
  const following = participants.some(({ id }) => id === meId);
  const carried = (verb: string) => (
    <>
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="ticketId" value={ticketId} />
      <input type="hidden" name="number" value={number} />
    </>
  );
  return (
    <section id="people" className="mt-8 flex flex-col gap-3 border-line border-t pt-6">
      <h2 className="text-heading">{say("title")}</h2>
      <ul className="flex flex-col gap-1">
        <li className="break-words">
          {mine ? say("you") : requester.name}, {say("asked")}
        </li>
        {participants.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <span className="min-w-0 break-words">{id === meId ? say("you") : name}</span>
            {mine && (
              <form action={props.action}>
                {carried("remove")}
                <input type="hidden" name="personId" value={id} />
                <PlainButton type="submit" variant="quiet" aria-label={say("removeOne", { name })}>
                  {say("remove")}
                </PlainButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      {refusal !== null && (
        <p role="alert" className="border-bad border-s-2 ps-2 text-bad text-ui">
          {refusal}
        </p>
      )}
      {!mine && (
        <form action={props.action}>
          {carried(following ? "unfollow" : "follow")}
          <PlainButton type="submit">{following ? say("unfollow") : say("follow")}</PlainButton>
        </form>
      )}
      {(mine || following) && (
        <form action={props.action} className="flex flex-wrap items-end gap-2">
          {carried("add")}
          <Field
            id="participant"
            label={say("add")}
            hint={say("addHint")}
            className="min-w-0 flex-1 basis-48"
          >
            {(control) => (
              <Input
                {...control}
                name="email"
                type="email"
                required
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
              />
            )}
          </Field>
          <PlainButton type="submit">{say("addVerb")}</PlainButton>
        </form>
      )}
    </section>
  );
}
