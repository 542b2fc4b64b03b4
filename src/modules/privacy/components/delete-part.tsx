import type { Say } from "@/platform/i18n/types";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { PlainButton } from "@/ui/plain-button";

interface DeletePartProps {
  readonly say: Say<"data">;
  readonly isStaff: boolean;
  readonly trouble: string | null;
  readonly action: (form: FormData) => Promise<void>;
}

/** Says what goes, what stays and why, before somebody deletes their account. */
export function DeletePart({ say, isStaff, trouble, action }: DeletePartProps) {
  return (
    <section
      id="delete"
      aria-labelledby="delete-title"
      className="flex flex-col gap-3 border-line border-t pt-6"
    >
      <h2 id="delete-title" className="text-heading">
        {say("deleteTitle")}
      </h2>
      {isStaff ? (
        <p className="text-body">{say("staff")}</p>
      ) : (
        <>
          <p className="text-body">{say("deleteText")}</p>
          <h3 className="font-semibold text-ui">{say("goesTitle")}</h3>
          <p className="text-body">{say("goes")}</p>
          <h3 className="font-semibold text-ui">{say("staysTitle")}</h3>
          <p className="text-body">{say("kept")}</p>
          <form action={action} className="flex flex-col items-start gap-3">
            <Field label={say("address")} error={trouble} className="w-full">
              {(control) => (
                <Input {...control} name="email" type="email" autoComplete="off" required />
              )}
            </Field>
            <PlainButton type="submit" variant="danger">
              {say("delete")}
            </PlainButton>
          </form>
        </>
      )}
    </section>
  );
}
