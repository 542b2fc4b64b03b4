"use client";

import { readError } from "@/modules/tickets/components/error-words";
import { useMe } from "@/modules/tickets/components/me";
import { Card } from "@/ui/card";
import { Checkbox } from "@/ui/checkbox";
import { ErrorState } from "@/ui/error-state";
import { Select } from "@/ui/select";
import { SkeletonRows } from "@/ui/skeleton";
import { mailChoices } from "../rules/choices";
import { type Reason, reasonsOf, reasonWords } from "../rules/reasons";
import { DesktopPermission } from "./desktop-permission";
import { QuietSettings } from "./quiet-settings";
import { type Preferences, usePreferences } from "./use-preferences";

const mailOptions = [
  { value: "now", label: "At once" },
  { value: "digest", label: "In the digest" },
  { value: "off", label: "No mail" },
];

type Choose = ReturnType<typeof usePreferences>["choose"];

/** What one is told of, and how; each choice is kept at once. */
export function NotificationSettings() {
  const { preferences, error, retry, choose } = usePreferences();
  return (
    <>
      <div id="notifications" className="scroll-mt-4">
        <Card title="What you are told of">
          {preferences === undefined && error === null && (
            <SkeletonRows rows={5} label="Loading what you are told of" />
          )}
          {preferences === undefined && error !== null && (
            <ErrorState reference={readError(error).reference} onRetry={retry}>
              {readError(error).words}
            </ErrorState>
          )}
          {preferences && <Choices preferences={preferences} choose={choose} />}
          <DesktopPermission />
        </Card>
      </div>
      {preferences && <QuietSettings preferences={preferences} choose={choose} />}
    </>
  );
}

function Choices({ preferences, choose }: { preferences: Preferences; choose: Choose }) {
  const isAdmin = useMe().role === "admin";
  return (
    <table className="w-full text-start text-ui max-md:block">
      <thead className="max-md:sr-only">
        <tr className="text-ink-3 text-small">
          <th scope="col" className="pb-2 text-start font-normal">
            When
          </th>
          <th scope="col" className="pb-2 text-start font-normal">
            In the app
          </th>
          <th scope="col" className="pb-2 text-start font-normal">
            On the desktop, with a sound
          </th>
          <th scope="col" className="pb-2 text-start font-normal">
            By mail
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {reasonsOf(isAdmin).map((reason) => (
          <ChoiceRow
            key={reason}
            reason={reason}
            choice={preferences.choices[reason]}
            choose={choose}
          />
        ))}
      </tbody>
    </table>
  );
}

interface ChoiceRowProps {
  readonly reason: Reason;
  readonly choice: Preferences["choices"][Reason];
  readonly choose: Choose;
}

function ChoiceRow({ reason, choice, choose }: ChoiceRowProps) {
  const { name } = reasonWords[reason];
  const cell = "py-2 pe-3 max-md:inline-flex max-md:py-0";
  return (
    <tr className="border-line border-t max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:gap-y-1 max-md:py-2">
      <th
        scope="row"
        className="py-2 pe-3 text-start font-normal text-ink max-md:w-full max-md:py-0"
      >
        {name}
      </th>
      <td className={cell}>
        <Checkbox
          label={<Part name={name}>In the app</Part>}
          checked={choice.app}
          onChange={({ target }) => void choose({ choices: { [reason]: { app: target.checked } } })}
        />
      </td>
      <td className={cell}>
        {reason !== "incident" && (
          <Checkbox
            label={<Part name={name}>Desktop</Part>}
            checked={choice.desktop}
            onChange={({ target }) =>
              void choose({ choices: { [reason]: { desktop: target.checked } } })
            }
          />
        )}
      </td>
      <td className={cell}>
        <Select
          aria-label={`Mail: ${name}`}
          options={mailOptions}
          value={choice.mail}
          onChange={({ target }) => {
            const mail = mailChoices.find((one) => one === target.value);
            void choose({ choices: { [reason]: { mail } } });
          }}
        />
      </td>
    </tr>
  );
}

/** In the table its column says it; a screen reader hears the whole. */
function Part({ name, children }: { name: string; children: string }) {
  return (
    <>
      <span className="md:sr-only">{children}</span>
      <span className="sr-only">: {name}</span>
    </>
  );
}
