"use client";

import { useState } from "react";
import {
  accentInstead,
  accentOf,
  isColour,
  type WorkspaceSettings,
} from "@/modules/workspace/client";
import { type Language, languageNames, languages } from "@/platform/i18n/languages";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { SkeletonRows } from "@/ui/skeleton";
import { Textarea } from "@/ui/textarea";
import { AdminPage } from "./admin-page";
import { Refused } from "./refused";
import { useChange } from "./use-change";
import { WorkspaceHistory } from "./workspace-history";
import { WorkspaceLogo } from "./workspace-logo";

/** What customers see of the installation, on every page and in every mail. */
export function WorkspacePage() {
  const { data } = trpc.workspace.settings.useQuery();
  return (
    <AdminPage
      title="Workspace"
      says="The name, the logo and the colour that customers meet, and the languages in which they are spoken to."
    >
      {data === undefined ? (
        <SkeletonRows rows={4} label="Loading the workspace" />
      ) : (
        <>
          <Form key={data.version} settings={data} />
          <WorkspaceLogo settings={data} />
          <WorkspaceHistory changes={data.changes} />
        </>
      )}
    </AdminPage>
  );
}

/** Why a colour is no accent; null for one that is, and for none. */
function problemOf(accent: string): string | null {
  if (accent === "") return null;
  if (!isColour(accent)) return "Write a colour like #0b6b68.";
  const instead = accentInstead(accent);
  return instead === null ? null : `This cannot be read on our pages; ${instead} could.`;
}

function Form({ settings }: { settings: WorkspaceSettings }) {
  const utils = trpc.useUtils();
  const save = trpc.workspace.save.useMutation();
  const { change, busy, refused } = useChange();
  const [name, setName] = useState(settings.name);
  const [accent, setAccent] = useState(settings.accent ?? "");
  const [offered, setOffered] = useState<readonly Language[]>(settings.languages);
  const [trouble, setTrouble] = useState(settings.trouble);
  const [share, setShare] = useState(settings.colleaguesShare);
  const problem = problemOf(accent);
  const shown = problem === null && accent !== "" ? accentOf(accent) : null;
  const send = () =>
    void change(
      ({ commandId }) =>
        save.mutateAsync({
          commandId,
          version: settings.version,
          name,
          accent: accent === "" ? null : accent,
          languages: languages.filter((language) => offered.includes(language)),
          colleaguesShare: share,
          trouble,
        }),
      {
        done: "Customers see it from now on",
        next: () => void utils.workspace.settings.invalidate(),
      },
    );
  const toggle = (language: Language, on: boolean) =>
    setOffered((known) => (on ? [...known, language] : known.filter((one) => one !== language)));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="flex max-w-medium flex-col gap-4 rounded-card border border-line bg-surface p-4"
    >
      <Field label="Name" hint="In the head of the portal, on sign-in, in titles and mails.">
        {(control) => (
          <Input
            {...control}
            value={name}
            autoComplete="organization"
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <Field
        label="Accent colour"
        hint="Links and buttons of customers' pages, like #0b6b68. Empty takes ours."
        error={problem}
      >
        {(control) => (
          <div className="flex flex-wrap items-center gap-3">
            <Input
              {...control}
              value={accent}
              spellCheck={false}
              autoComplete="off"
              className="max-w-narrow"
              onChange={({ target }) => setAccent(target.value.trim().toLowerCase())}
            />
            {shown && (
              <>
                <Swatch ground={shown.light} ink={shown.onLight} words="On light pages" />
                <Swatch ground={shown.dark} ink={shown.onDark} words="On dark pages" />
              </>
            )}
          </div>
        )}
      </Field>
      <fieldset className="flex flex-col gap-1">
        <legend className="font-semibold text-ink text-ui">Languages of the portal</legend>
        {languages.map((language) => (
          <Checkbox
            key={language}
            label={languageNames[language]}
            checked={offered.includes(language)}
            onChange={({ target }) => toggle(language, target.checked)}
          />
        ))}
        {offered.length === 0 && <p className="text-bad text-ui">Choose at least one.</p>}
      </fieldset>
      <Checkbox
        label="Colleagues may see each other's requests"
        hint="Only in organizations that share theirs. Switched off, nobody sees a colleague's."
        checked={share}
        onChange={({ target }) => setShare(target.checked)}
      />
      <fieldset className="flex min-w-0 flex-col gap-3">
        <legend className="mb-2 font-semibold text-ink text-ui">Known trouble</legend>
        {languages
          .filter((language) => offered.includes(language) || trouble[language] !== undefined)
          .map((language) => (
            <Field
              key={language}
              label={languageNames[language]}
              hint="Stands above the portal, the help center and the questions until you empty it."
            >
              {(control) => (
                <Textarea
                  {...control}
                  rows={2}
                  lang={language}
                  maxLength={limits.troubleCharsMax}
                  value={trouble[language] ?? ""}
                  onChange={({ target }) => setTrouble({ ...trouble, [language]: target.value })}
                />
              )}
            </Field>
          ))}
      </fieldset>
      <Refused words={refused} />
      <Button
        type="submit"
        variant="primary"
        busy={busy}
        className="self-start"
        disabledReason={
          problem !== null || offered.length === 0 || name.trim() === ""
            ? "Mend what is marked first"
            : null
        }
      >
        Save the workspace
      </Button>
    </form>
  );
}

function Swatch({ ground, ink, words }: { ground: string; ink: string; words: string }) {
  return (
    <span
      className="rounded-control px-3 py-1 text-ui"
      style={{ backgroundColor: ground, color: ink }}
    >
      {words}
    </span>
  );
}
