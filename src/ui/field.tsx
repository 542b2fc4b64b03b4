import { type ReactNode, useId } from "react";
import { cx } from "./cx";

export interface FieldControlProps {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** The same words as in the summary: what is wrong and what to do. */
  readonly error?: string | null | undefined;
  /** The word itself where the form is not English. */
  readonly optional?: boolean | string | undefined;
  /** Given where an error summary links to the control. */
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  readonly children: (control: FieldControlProps) => ReactNode;
}

/** Label, hint and error of one control, tied to it for assistive technology. */
export function Field({ label, hint, error, optional, id, className, children }: FieldProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const wrong = typeof error === "string" && error !== "";
  const described = [hint ? `${controlId}-hint` : "", wrong ? `${controlId}-error` : ""]
    .filter((part) => part !== "")
    .join(" ");
  return (
    <div className={cx("flex flex-col gap-1", className)}>
      <label htmlFor={controlId} className="font-semibold text-ink text-ui">
        {label}
        {optional && (
          <span className="font-normal text-ink-3">
            {" "}
            ({optional === true ? "optional" : optional})
          </span>
        )}
      </label>
      {hint && (
        <p id={`${controlId}-hint`} className="text-ink-2 text-small">
          {hint}
        </p>
      )}
      {children({
        id: controlId,
        "aria-describedby": described === "" ? undefined : described,
        "aria-invalid": wrong || undefined,
      })}
      {wrong && (
        <p id={`${controlId}-error`} className="border-bad border-s-2 ps-2 text-bad text-ui">
          {error}
        </p>
      )}
    </div>
  );
}
