"use client";

import { useState } from "react";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Chip } from "@/ui/chip";
import { Menu, MenuItem } from "@/ui/menu";
import { useNow } from "@/ui/now-provider";
import { TextLink } from "@/ui/text-link";
import { Time } from "@/ui/time";
import { mayApprove } from "../../rules/stage";
import { useDesk } from "./desk";
import { Refused } from "./refused";
import { ScheduleDialog } from "./schedule-dialog";
import type { TranslationProps } from "./translation-editor";
import { useChange } from "./use-change";
import { stageTones, stageWords } from "./words";

interface StageActionsProps extends TranslationProps {
  readonly isDirty: boolean;
  /** Saves what is written; gives its version, or null where that could not be. */
  readonly keep: () => Promise<number | null>;
}

/** Where an article stands in its life, and the ways on from there. */
export function StageActions(props: StageActionsProps) {
  const { articleId, internal, translation, isDirty, keep } = props;
  const { language, state, version, publishedVersion, publishAt, slug } = translation;
  const { me } = useDesk();
  const now = useNow();
  const utils = trpc.useUtils();
  const publish = trpc.knowledge.publish.useMutation();
  const stage = trpc.knowledge.stage.useMutation();
  const { change, busy, refused } = useChange();
  const [scheduling, setScheduling] = useState(false);
  const hasNews = isDirty || publishedVersion !== version;
  const isMine =
    state === "review" &&
    me.role !== "admin" &&
    !mayApprove({ state, authorId: translation.authorId }, { id: me.id, role: "agent" });

  const again = () => utils.knowledge.invalidate();
  const goOut = async (at: string | null) => {
    const seenVersion = await keep();
    if (seenVersion === null) return;
    const of = { articleId, language, seenVersion, at };
    const done = at === null ? "Published" : "It comes out by itself";
    if ((await change((about) => publish.mutateAsync({ ...about, ...of }), done)) !== null)
      await again();
  };
  const goTo = async (to: "draft" | "review" | "archived", done: string) => {
    const seenVersion = await keep();
    if (seenVersion === null) return;
    const of = { articleId, language, seenVersion, to };
    if ((await change((about) => stage.mutateAsync({ ...about, ...of }), done)) !== null)
      await again();
  };
  const publishWords =
    state === "published"
      ? "Publish changes"
      : state === "review"
        ? "Approve and publish"
        : "Publish";
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Chip tone={stageTones[state]}>{stageWords[state]}</Chip>
        {internal && <Chip tone="warn">For the team only</Chip>}
        {state === "published" && publishedVersion !== version && (
          <Chip tone="info">Changes are not published</Chip>
        )}
        <span className="ms-auto flex flex-wrap gap-2">
          <Button
            variant="primary"
            busy={busy}
            disabledReason={
              isMine
                ? "You wrote it: a colleague approves it"
                : state === "published" && !hasNews
                  ? "Readers see this text already"
                  : null
            }
            onClick={() => void goOut(null)}
          >
            {publishWords}
          </Button>
          <Menu label="More" trigger={<Button>More</Button>}>
            {!isMine && <MenuItem onSelect={() => setScheduling(true)}>Publish at a time</MenuItem>}
            {state === "draft" && (
              <MenuItem onSelect={() => void goTo("review", "Waiting for a colleague")}>
                Ask for review
              </MenuItem>
            )}
            {state !== "draft" && (
              <MenuItem
                onSelect={() =>
                  void goTo("draft", state === "published" ? "Taken offline" : "A draft again")
                }
              >
                {state === "published" ? "Take offline" : "Back to draft"}
              </MenuItem>
            )}
            {state !== "archived" && (
              <MenuItem onSelect={() => void goTo("archived", "Archived")}>Archive</MenuItem>
            )}
          </Menu>
        </span>
      </div>
      {publishAt !== null && (
        <p className="text-ink-2 text-ui">
          Comes out{" "}
          <Time value={publishAt} now={now} zone={me.timeZone} locale={me.locale} style="full" />.
        </p>
      )}
      {state === "published" && !internal && (
        <p className="text-ui">
          <TextLink href={`/portal/help/${language}/articles/${slug}`}>
            See the public page
          </TextLink>
        </p>
      )}
      <Refused words={refused} />
      {scheduling && (
        <ScheduleDialog
          onClose={() => setScheduling(false)}
          onChoose={(at) => {
            setScheduling(false);
            void goOut(at);
          }}
        />
      )}
    </div>
  );
}
