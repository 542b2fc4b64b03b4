"use client";

import { useState } from "react";
import { trpc } from "@/trpc/client";
import { Field } from "@/ui/field";
import { FormDialog } from "@/ui/form-dialog";
import { Select } from "@/ui/select";
import { TextField } from "@/ui/text-field";
import { type Language, languageNames, languages } from "../../rules/languages";
import type { Category } from "../../types";
import { Refused } from "./refused";
import { useCategories } from "./use-categories";
import { useChange } from "./use-change";

interface CategoryDialogProps {
  readonly category?: Category | undefined;
  readonly onClose: () => void;
}

type Typed = Record<Language, { name: string; summary: string }>;

const typedOf = (category: Category | undefined): Typed => {
  const of = (language: Language) => ({
    name: category?.names[language]?.name ?? "",
    summary: category?.names[language]?.summary ?? "",
  });
  return { en: of("en"), de: of("de"), es: of("es") };
};

/** How a category is called in each language, and in which other one it stands. */
export function CategoryDialog({ category, onClose }: CategoryDialogProps) {
  const utils = trpc.useUtils();
  const { options } = useCategories();
  const [typed, setTyped] = useState(() => typedOf(category));
  const [parentId, setParentId] = useState(category?.parentId ?? "");
  const save = trpc.knowledge.saveCategory.useMutation();
  const { change, busy, refused } = useChange();
  const named = languages.filter((language) => typed[language].name.trim() !== "");
  const keep = async () => {
    const names = Object.fromEntries(
      named.map((language) => {
        const { name, summary } = typed[language];
        const known = category?.names[language];
        // A category that keeps its name keeps its address.
        return [language, { name, summary, ...(known?.name === name ? { slug: known.slug } : {}) }];
      }),
    );
    const saved = await change(
      (about) =>
        save.mutateAsync({
          ...about,
          id: category?.id ?? null,
          parentId: parentId === "" ? null : parentId,
          names,
        }),
      "Category saved",
    );
    if (saved === null) return;
    await utils.knowledge.categories.invalidate();
    onClose();
  };
  return (
    <FormDialog
      title={category === undefined ? "New category" : "Edit category"}
      verb="Save category"
      busy={busy}
      disabledReason={named.length === 0 ? "Name it in a language first" : null}
      onSend={keep}
      onClose={onClose}
    >
      {languages.map((language) => (
        <fieldset key={language} className="flex flex-col gap-2">
          <legend className="font-semibold text-ui">{languageNames[language]}</legend>
          {(["name", "summary"] as const).map((part) => (
            <TextField
              key={part}
              label={part === "name" ? "Name" : "What it is about"}
              optional={part === "summary"}
              value={typed[language][part]}
              onText={(text) =>
                setTyped({ ...typed, [language]: { ...typed[language], [part]: text } })
              }
            />
          ))}
        </fieldset>
      ))}
      <Field label="Stands in">
        {(control) => (
          <Select
            {...control}
            value={parentId}
            options={[
              { value: "", label: "No other: at the top" },
              ...options.filter(({ value }) => value !== category?.id),
            ]}
            onChange={(event) => setParentId(event.target.value)}
          />
        )}
      </Field>
      <Refused words={refused} />
    </FormDialog>
  );
}
