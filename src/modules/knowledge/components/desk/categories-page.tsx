"use client";

import { useState } from "react";
import { trpc } from "@/trpc/client";
import { AlertDialog } from "@/ui/alert-dialog";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { ErrorState } from "@/ui/error-state";
import { SkeletonRows } from "@/ui/skeleton";
import { languageNames, languages } from "../../rules/languages";
import { inOrder } from "../../rules/tree";
import type { Category } from "../../types";
import { CategoryDialog } from "./category-dialog";
import { DeskPage } from "./desk-page";
import { Refused } from "./refused";
import { categoryName, useCategories } from "./use-categories";
import { refusalWords, useChange } from "./use-change";

type Asking = { what: "make" } | { what: "edit" | "remove"; category: Category };

/** The order in which the help centre is read. */
export function CategoriesPage() {
  const { query, categories } = useCategories();
  const utils = trpc.useUtils();
  const [asking, setAsking] = useState<Asking | null>(null);
  const order = trpc.knowledge.orderCategories.useMutation();
  const remove = trpc.knowledge.removeCategory.useMutation();
  const { change, busy, refused } = useChange();
  const close = () => setAsking(null);
  const move = async (category: Category, by: -1 | 1) => {
    const beside = inOrder(categories)
      .map(({ node }) => node)
      .filter(({ parentId }) => parentId === category.parentId);
    const at = beside.findIndex(({ id }) => id === category.id);
    const other = beside[at + by];
    if (other === undefined) return;
    const ids = beside.map(({ id }) =>
      id === category.id ? other.id : id === other.id ? category.id : id,
    );
    await change((about) => order.mutateAsync({ ...about, ids }));
    await utils.knowledge.categories.invalidate();
  };
  return (
    <DeskPage
      title="Categories"
      says="How the help centre is laid out. A category without a name in a language is not shown in it."
      action={
        <Button variant="primary" onClick={() => setAsking({ what: "make" })}>
          New category
        </Button>
      }
    >
      <Refused words={refused} />
      {query.error !== null && (
        <ErrorState onRetry={() => void query.refetch()}>{refusalWords(query.error)}</ErrorState>
      )}
      {query.data === undefined && query.error === null && (
        <SkeletonRows rows={6} label="Loading categories" />
      )}
      {query.data !== undefined && categories.length === 0 && (
        <EmptyState title="No categories yet">Articles stand in categories. Make one.</EmptyState>
      )}
      {categories.length > 0 && (
        <ul
          aria-label="Categories"
          className="flex flex-col rounded-card border border-line bg-surface [&>li:last-child]:border-b-0 [&>li]:border-line [&>li]:border-b"
        >
          {inOrder(categories).map(({ node, depth }) => {
            const name = categoryName(node);
            const named = languages.filter((one) => node.names[one] !== undefined);
            return (
              <li
                key={node.id}
                className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2"
                style={{ paddingInlineStart: `${1 + depth * 1.5}rem` }}
              >
                <div className="min-w-0 flex-1 basis-48">
                  <p className="break-words font-semibold text-ui">{name}</p>
                  <p className="text-ink-2 text-small">
                    {named.map((one) => languageNames[one]).join(", ")}
                  </p>
                </div>
                <div className="flex flex-wrap gap-1">
                  <Button
                    aria-label={`Move ${name} up`}
                    busy={busy}
                    onClick={() => void move(node, -1)}
                  >
                    Up
                  </Button>
                  <Button
                    aria-label={`Move ${name} down`}
                    busy={busy}
                    onClick={() => void move(node, 1)}
                  >
                    Down
                  </Button>
                  <Button
                    aria-label={`Edit ${name}`}
                    onClick={() => setAsking({ what: "edit", category: node })}
                  >
                    Edit
                  </Button>
                  <Button
                    aria-label={`Delete ${name}`}
                    onClick={() => setAsking({ what: "remove", category: node })}
                  >
                    Delete
                  </Button>
                </div>
              </li>
            );
          })}
        </ul>
      )}
      {(asking?.what === "make" || asking?.what === "edit") && (
        <CategoryDialog
          category={asking.what === "edit" ? asking.category : undefined}
          onClose={close}
        />
      )}
      {asking?.what === "remove" && (
        <AlertDialog
          open
          onOpenChange={(open) => !open && close()}
          title={`Delete ${categoryName(asking.category)}?`}
          loses="Only an empty category can be deleted. Its address leads nowhere then."
          confirm="Delete category"
          onConfirm={() =>
            void change(
              (about) => remove.mutateAsync({ ...about, id: asking.category.id }),
              "Category deleted",
            ).then(() => utils.knowledge.categories.invalidate())
          }
        />
      )}
    </DeskPage>
  );
}
