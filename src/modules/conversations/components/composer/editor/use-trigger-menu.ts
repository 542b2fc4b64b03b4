"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import type { Insert, Inserter } from "./inserter";
import { type Trigger, triggerAt } from "./trigger";
import { useInserts } from "./use-inserts";

/** The text before the cursor within its paragraph; nothing in code, where signs are signs. */
function readTrigger(editor: Editor): Trigger | null {
  const { $from, empty } = editor.state.selection;
  if (!empty || editor.isActive("code") || editor.isActive("codeBlock")) return null;
  return triggerAt($from.parent.textBetween(0, $from.parentOffset, " ", " "));
}

/** The list that `@`, `/` and `#` open in a text, and its keys. */
export function useTriggerMenu(
  editor: Editor | null,
  inserters: readonly Inserter[],
  onPanel: (insert: Extract<Insert, { panel: unknown }>) => void,
) {
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  const [at, setAt] = useState(0);
  const items = useInserts(inserters, trigger);

  useEffect(() => {
    if (editor === null) return;
    const look = () => {
      const next = readTrigger(editor);
      setTrigger((before) =>
        before?.sign === next?.sign && before?.words === next?.words ? before : next,
      );
      setAt(0);
    };
    const close = () => setTrigger(null);
    editor.on("update", look);
    editor.on("blur", close);
    return () => {
      editor.off("update", look);
      editor.off("blur", close);
    };
  }, [editor]);

  const choose = (insert: Insert) => {
    if (editor === null || trigger === null) return;
    const { from } = editor.state.selection;
    const cleared = editor
      .chain()
      .focus()
      .deleteRange({ from: from - trigger.back, to: from });
    setTrigger(null);
    if ("text" in insert) {
      const { text, href } = insert;
      const marks = href === undefined ? [] : [{ type: "link", attrs: { href } }];
      cleared
        .insertContent([
          { type: "text", text, marks },
          { type: "text", text: " " },
        ])
        .run();
      return;
    }
    cleared.run();
    if ("run" in insert) insert.run();
    else onPanel(insert);
  };

  /** Whether the key was the list's. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (items.length === 0 || event.isComposing || event.ctrlKey || event.metaKey) return false;
    const chosen = items[Math.min(at, items.length - 1)];
    if (event.key === "ArrowDown") setAt((at + 1) % items.length);
    else if (event.key === "ArrowUp") setAt((at + items.length - 1) % items.length);
    else if ((event.key === "Enter" || event.key === "Tab") && chosen !== undefined) choose(chosen);
    else if (event.key === "Escape") setTrigger(null);
    else return false;
    return true;
  };

  return { items, at: Math.min(at, Math.max(0, items.length - 1)), choose, onKey };
}
