"use client";

import { Command } from "cmdk";
import { useEffect, useEffectEvent, useState } from "react";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { menuItemClass } from "@/ui/float-class";
import { Skeleton } from "@/ui/skeleton";
import "@/ui/style-nonce";

interface ResponsePickerProps {
  readonly ticketId: string;
  /** Where the text goes; a note may name what customers do not see. */
  readonly kind?: "reply" | "note" | undefined;
  /** Markdown, with the values of this ticket; what has no value is still in braces. */
  readonly onPick: (text: string) => void;
}

/** Canned responses by shortcut, name or words, each as it reads on this ticket. */
export default function ResponsePicker({ ticketId, kind = "reply", onPick }: ResponsePickerProps) {
  const [words, setWords] = useState("");
  const [at, setAt] = useState("");
  const query = trpc.responses.search.useQuery({ words }, { placeholderData: (shown) => shown });
  const responses = query.data?.responses;
  const chosen = responses?.find((one) => one.id === at) ?? responses?.[0];
  const preview = trpc.responses.preview.useQuery(
    { ticketId, id: chosen?.id ?? "", kind },
    { enabled: chosen !== undefined },
  );
  const utils = trpc.useUtils();
  const pick = (id: string) =>
    void utils.responses.preview.fetch({ ticketId, id, kind }).then(({ text }) => onPick(text));
  // Enter while the list is still that of fewer letters means what these words find.
  const [awaited, setAwaited] = useState<string | null>(null);
  const isStale = query.isPlaceholderData;
  const pickAwaited = useEffectEvent(() => {
    setAwaited(null);
    if (awaited === words && chosen !== undefined) pick(chosen.id);
  });
  useEffect(() => {
    if (awaited !== null && !isStale) pickAwaited();
  }, [awaited, isStale]);
  const choose = (id: string) => (isStale ? setAwaited(words) : pick(id));
  const missing = [...(preview.data?.empty ?? []), ...(preview.data?.unknown ?? [])];
  return (
    <Command
      label="Canned responses"
      shouldFilter={false}
      loop
      value={chosen?.id ?? ""}
      onValueChange={setAt}
      className="grid min-h-64 gap-4 md:grid-cols-[14rem_minmax(0,1fr)]"
    >
      <div className="flex min-w-0 flex-col gap-2">
        <Command.Input
          value={words}
          onValueChange={setWords}
          placeholder="Shortcut or words"
          className="min-h-control rounded-control border border-line-strong bg-raised px-2 text-body"
        />
        <Command.List className="max-h-64 overflow-y-auto max-md:max-h-40">
          {responses === undefined && <Skeleton className="h-8 w-full" />}
          {responses?.length === 0 && (
            <p className="p-2 text-ink-2 text-ui">No canned response fits.</p>
          )}
          {responses?.map((one) => (
            <Command.Item
              key={one.id}
              value={one.id}
              onSelect={() => choose(one.id)}
              className={`${menuItemClass} data-[selected=true]:bg-selected`}
            >
              <span className="min-w-0 flex-1 truncate">{one.name}</span>
              {one.shortcut !== null && (
                <span className="shrink-0 font-mono text-ink-3 text-small">/{one.shortcut}</span>
              )}
            </Command.Item>
          ))}
        </Command.List>
      </div>
      {chosen !== undefined && (
        <section aria-label={`“${chosen.name}” on this ticket`} className="flex flex-col gap-2">
          <p className="whitespace-pre-wrap break-words rounded-control border border-line bg-raised p-2 text-ui">
            {preview.data?.text ?? chosen.body}
          </p>
          {missing.length > 0 && (
            <p className="text-ui text-warn">
              {missing.map((name) => `{{${name}}}`).join(", ")} has no value here. Write it yourself
              before you send.
            </p>
          )}
          <Button variant="primary" className="self-start" onClick={() => choose(chosen.id)}>
            Insert
          </Button>
        </section>
      )}
    </Command>
  );
}
