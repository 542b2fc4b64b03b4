"use client";

import { lazy, type ReactNode, Suspense, useMemo, useState, useSyncExternalStore } from "react";
import { Coming } from "../coming";
import { toast } from "../toast-store";
import { type Actions, ActionsContext } from "./context";
import { useKeyListener } from "./key-listener";
import type { KeyOverrides } from "./keymap";
import { useLastUsed } from "./last-used";
import { openKeys, openPalette, subscribeOpened, whatIsOpen } from "./open";
import { createPaletteSources } from "./palette-source";
import { createRegistry } from "./registry";
import { useActions } from "./use-actions";

const Palette = lazy(() => import("./palette"));
const KeysDialog = lazy(() => import("./keys-dialog"));

interface ActionsProviderProps {
  /** Null where one may; else the words that say who may. */
  readonly can?: ((permission: string) => string | null) | undefined;
  readonly overrides?: KeyOverrides | undefined;
  readonly children: ReactNode;
}

const everybodyMay = () => null;
const keysAreOn = () => true;
/** A person's choice, which the server writes on the page and the settings change there. */
const areKeysOn = () => document.documentElement.dataset.keys !== "off";
function watchKeys(changed: () => void): () => void {
  const choice = new MutationObserver(changed);
  choice.observe(document.documentElement, { attributeFilter: ["data-keys"] });
  return () => choice.disconnect();
}
const noOverrides: KeyOverrides = {};

/** The one registry of actions of a page, with its keys, its palette and its page of keys. */
export function ActionsProvider(props: ActionsProviderProps) {
  const { can = everybodyMay, overrides = noOverrides, children } = props;
  const keysEnabled = useSyncExternalStore(watchKeys, areKeysOn, keysAreOn);
  const [registry] = useState(createRegistry);
  const [sources] = useState(createPaletteSources);
  const lastUsed = useLastUsed();

  const actions = useMemo<Actions>(() => {
    const reasonAgainst: Actions["reasonAgainst"] = ({ disabledReason, permission }) =>
      disabledReason ?? (permission === undefined ? null : can(permission));
    return {
      registry,
      sources,
      overrides,
      keysEnabled,
      lastUsed,
      reasonAgainst,
      perform(action) {
        const reason = reasonAgainst(action);
        if (reason === null) action.run();
        else toast({ text: `${action.label}: ${reason}` });
      },
    };
  }, [registry, sources, overrides, keysEnabled, lastUsed, can]);

  useKeyListener(actions);
  return (
    <ActionsContext value={actions}>
      {children}
      <Opened />
    </ActionsContext>
  );
}

const nothing = () => null;

/** The palette and the page of keys: their code is fetched when first wanted. */
function Opened() {
  const opened = useSyncExternalStore(subscribeOpened, whatIsOpen, nothing);
  useActions([
    { id: "palette.open", run: () => openPalette(), words: ["palette", "command"] },
    { id: "keys.show", run: openKeys, words: ["shortcuts", "keyboard", "help"] },
  ]);
  return (
    <Suspense fallback={<Coming />}>
      {opened?.what === "palette" && <Palette words={opened.words} />}
      {opened?.what === "keys" && <KeysDialog />}
    </Suspense>
  );
}
