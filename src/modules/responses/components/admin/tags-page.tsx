"use client";

import { useState } from "react";
import { tidyTag } from "@/modules/fields/client";
import { type RouterOutputs, trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Dialog, DialogClose } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { AdminPage, AdminRow } from "./admin-page";
import { FoundList } from "./found-list";
import { Refused } from "./refused";
import { RemoveDialog, WhereUsed } from "./remove-dialog";
import { useChange } from "./use-change";

type Tag = RouterOutputs["tags"]["list"]["tags"][number];
type Asking = { what: "add" } | { what: "rename" | "remove"; tag: Tag };

const refreshMs = 5_000;

/** Tags: known ones are offered while somebody types; here they are renamed, merged, taken away. */
export function TagsPage() {
  const utils = trpc.useUtils();
  const [words, setWords] = useState("");
  const [asking, setAsking] = useState<Asking | null>(null);
  const query = trpc.tags.list.useInfiniteQuery(
    { words: words.trim() },
    {
      getNextPageParam: (page) => page.next ?? undefined,
      initialCursor: undefined,
      placeholderData: (shown) => shown,
      // While something leaves all tickets one sees it go.
      refetchInterval: (state) =>
        state.state.data?.pages.some((page) => page.tags.some((tag) => tag.leaving)) === true
          ? refreshMs
          : false,
    },
  );
  const tags = query.data?.pages.flatMap((page) => page.tags);
  const { change, refused } = useChange();
  const move = trpc.tags.move.useMutation();
  const again = () => void utils.tags.invalidate();
  const close = () => setAsking(null);
  return (
    <AdminPage
      title="Tags"
      says="Agents put them on tickets as they type. A new one that they make is known from then on."
      action={
        <Button variant="primary" onClick={() => setAsking({ what: "add" })}>
          New tag
        </Button>
      }
    >
      <Refused words={refused} />
      <FoundList
        label="Tags"
        find="Find a tag"
        words={words}
        onWords={setWords}
        query={query}
        rows={tags}
        none={{ title: "No tags yet" }}
        nothing="No tag is called so."
      >
        {(tag) => (
          <AdminRow
            key={tag.name}
            name={tag.name}
            facts={
              tag.leaving
                ? tag.becomes === null
                  ? "Is being taken off all tickets"
                  : `Becomes ${tag.becomes} on all tickets`
                : `On ${tag.uses} active ${tag.uses === 1 ? "ticket" : "tickets"}`
            }
            actions={
              !tag.leaving && (
                <>
                  <Button
                    aria-label={`Rename or merge ${tag.name}`}
                    onClick={() => setAsking({ what: "rename", tag })}
                  >
                    Rename or merge
                  </Button>
                  <Button
                    aria-label={`Delete ${tag.name}`}
                    onClick={() => setAsking({ what: "remove", tag })}
                  >
                    Delete
                  </Button>
                </>
              )
            }
          />
        )}
      </FoundList>
      {asking?.what === "add" && <TagDialog onClose={close} onDone={again} />}
      {asking?.what === "rename" && (
        <TagDialog tag={asking.tag.name} onClose={close} onDone={again} />
      )}
      {asking?.what === "remove" && (
        <RemoveDialog
          about={{ kind: "tag", name: asking.tag.name }}
          title={`Delete the tag ${asking.tag.name}?`}
          confirm={`Delete ${asking.tag.name}`}
          becomes="It is taken off all tickets. Macros that add it cannot be applied until they are mended. This cannot be undone."
          onClose={close}
          onConfirm={() =>
            void change(
              ({ commandId }) =>
                move.mutateAsync({ commandId, name: asking.tag.name, becomes: null }),
              { done: `${asking.tag.name} is being taken off all tickets`, next: again },
            )
          }
        />
      )}
    </AdminPage>
  );
}

interface TagDialogProps {
  readonly tag?: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function TagDialog({ tag, onClose, onDone }: TagDialogProps) {
  const [typed, setTyped] = useState(tag ?? "");
  const add = trpc.tags.add.useMutation();
  const move = trpc.tags.move.useMutation();
  const { change, busy, refused } = useChange();
  const name = tidyTag(typed);
  const known = trpc.tags.complete.useQuery({ words: name }, { enabled: name !== "" });
  const merges =
    tag !== undefined && name !== tag && known.data?.tags.some((one) => one.name === name) === true;
  const finished = () => {
    onDone();
    onClose();
  };
  const verb = tag === undefined ? "Add tag" : merges ? `Merge into ${name}` : "Rename tag";
  const save = () =>
    change(
      ({ commandId }) =>
        tag === undefined
          ? add.mutateAsync({ commandId, name })
          : move.mutateAsync({ commandId, name: tag, becomes: name }),
      {
        done: tag === undefined ? `${name} is known` : `${tag} becomes ${name} on all tickets`,
        next: finished,
      },
    );
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={tag === undefined ? "New tag" : `Rename or merge ${tag}`}
      footer={
        <>
          <DialogClose>
            <Button>Keep as it is</Button>
          </DialogClose>
          <Button
            form="tag-form"
            type="submit"
            variant="primary"
            busy={busy}
            disabledReason={name === "" || name === tag ? "Write another name first" : null}
          >
            {verb}
          </Button>
        </>
      }
    >
      <form
        id="tag-form"
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (name !== "" && name !== tag) void save();
        }}
      >
        <Field
          label="Name"
          hint={
            name !== typed && name !== ""
              ? `It is kept as ${name}.`
              : "Letters, numbers, hyphens; lower case."
          }
        >
          {(control) => (
            <Input
              {...control}
              value={typed}
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        {merges && (
          <p className="text-ui">
            There is a tag {name} already: the two become one. This cannot be undone.
          </p>
        )}
        {tag !== undefined && (
          <div className="text-ink-2 text-ui">
            <WhereUsed about={{ kind: "tag", name: tag }} />
          </div>
        )}
        <Refused words={refused} />
      </form>
    </Dialog>
  );
}
