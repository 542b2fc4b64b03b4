"use client";

import { useState } from "react";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { ErrorState } from "@/ui/error-state";
import { useNow } from "@/ui/now-provider";
import { Skeleton, SkeletonRows } from "@/ui/skeleton";
import { Time } from "@/ui/time";
import type { Piece, Translation } from "../../types";
import { useDesk } from "./desk";
import { Refused } from "./refused";
import { refusalWords, useChange } from "./use-change";

interface VersionsProps {
  readonly articleId: string;
  readonly translation: Translation;
  readonly isDirty: boolean;
}

/** Every text that the article had: who wrote it, what is different now, and the way back. */
export function Versions({ articleId, translation, isDirty }: VersionsProps) {
  const { language, version: newest, publishedVersion } = translation;
  const { me } = useDesk();
  const now = useNow();
  const utils = trpc.useUtils();
  const [opened, setOpened] = useState<number | null>(null);
  const query = trpc.knowledge.versions.useInfiniteQuery(
    { articleId, language },
    { getNextPageParam: (page) => page.next ?? undefined },
  );
  const revert = trpc.knowledge.revert.useMutation();
  const { change, busy, refused } = useChange();
  if (query.error !== null)
    return (
      <ErrorState onRetry={() => void query.refetch()}>{refusalWords(query.error)}</ErrorState>
    );
  if (query.data === undefined) return <SkeletonRows rows={4} label="Loading versions" />;
  const bringBack = async (toVersion: number) => {
    const of = { articleId, language, seenVersion: newest, toVersion };
    const done = publishedVersion === null ? "Brought back" : "Brought back, for readers too";
    const reverted = await change((about) => revert.mutateAsync({ ...about, ...of }), done);
    if (reverted !== null) await utils.knowledge.invalidate();
  };
  const versions = query.data.pages.flatMap((page) => page.versions);
  return (
    <div className="flex flex-col gap-3 pt-4">
      <Refused words={refused} />
      <ol aria-label="Versions" className="flex flex-col gap-2">
        {versions.map(({ version, authorName, revertedTo, createdAt }) => (
          <li key={version} className="flex flex-col gap-2 rounded-card border border-line p-3">
            <div className="flex flex-wrap items-center gap-2 text-ui">
              <span className="font-semibold">Version {version}</span>
              <span>
                {authorName}
                {revertedTo !== null && `, back to version ${revertedTo}`}
              </span>
              <Time
                value={createdAt}
                now={now}
                zone={me.timeZone}
                locale={me.locale}
                className="text-ink-3 text-small"
              />
              {version === publishedVersion && <span className="text-good">Readers see this</span>}
              <span className="ms-auto flex flex-wrap gap-2">
                {version > 1 && (
                  <Button
                    aria-expanded={opened === version}
                    onClick={() => setOpened(opened === version ? null : version)}
                  >
                    {opened === version ? "Hide changes" : `What changed in version ${version}`}
                  </Button>
                )}
                {version !== newest && (
                  <Button
                    busy={busy}
                    disabledReason={isDirty ? "Save what you write first" : null}
                    onClick={() => void bringBack(version)}
                  >
                    Go back to version {version}
                  </Button>
                )}
              </span>
            </div>
            {opened === version && (
              <Changes of={{ articleId, language, from: version - 1, to: version }} />
            )}
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <Button className="self-start" onClick={() => void query.fetchNextPage()}>
          Show older versions
        </Button>
      )}
    </div>
  );
}

type Of = { articleId: string; language: Translation["language"]; from: number; to: number };

function Changes({ of }: { of: Of }) {
  const query = trpc.knowledge.difference.useQuery(of);
  if (query.error !== null)
    return (
      <ErrorState onRetry={() => void query.refetch()}>{refusalWords(query.error)}</ErrorState>
    );
  if (query.data === undefined) return <Skeleton className="h-16 w-full" />;
  const { title, body } = query.data;
  return (
    <div className="flex flex-col gap-2 border-line border-t pt-2">
      {title.some(({ is }) => is !== "same") && (
        <p className="font-semibold text-ui">
          <Pieces pieces={title} />
        </p>
      )}
      <p className="whitespace-pre-wrap break-words text-ui">
        <Pieces pieces={body} />
      </p>
    </div>
  );
}

/** Added and removed differ by line and by name, not by colour alone. */
function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ is, text }, at) => {
    // Pieces have no name but their place; they are replaced together.
    const key = `${at}-${is}`;
    if (is === "added")
      return (
        <ins key={key} className="bg-good-soft text-on-good-soft underline">
          {text}
        </ins>
      );
    if (is === "removed")
      return (
        <del key={key} className="bg-bad-soft text-on-bad-soft line-through">
          {text}
        </del>
      );
    return <span key={key}>{text}</span>;
  });
}
