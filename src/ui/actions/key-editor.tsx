"use client";

import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { Button } from "../button";
import { controlClass } from "../control-class";
import { Kbd } from "../kbd";
import { isMac } from "../platform-keys";
import { useActionsContext } from "./context";
import { keyGroups } from "./key-groups";
import { keysHeld } from "./key-listener";
import { type KeyOverrides, type KeyRule, keymap, keysOf } from "./keymap";
import { beginnings, refusalOf, remappable, withKey } from "./remap";
import { strokeOf } from "./stroke";

const altWords =
  "Alt types letters on many keyboards and serves screen readers. Press a key alone.";

interface KeyEditorProps {
  readonly overrides: KeyOverrides;
  readonly onChange: (overrides: KeyOverrides, says: string) => void;
}

/** Every key that can be moved, where it acts, and the ways to change it, to clear it and to have it back. */
export function KeyEditor({ overrides, onChange }: KeyEditorProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const back = useRef<string | null>(null);
  // Whoever has chosen stands again at what they chose for.
  useLayoutEffect(() => {
    if (asked !== null || back.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-change="${back.current}"]`)?.focus();
    back.current = null;
  }, [asked]);
  const done = (id: string) => {
    back.current = id;
    setAsked(null);
  };
  const lineOf = (rule: KeyRule) => (
    <li
      key={rule.id}
      className="flex min-h-control flex-wrap items-center gap-2 border-line border-b py-1 text-ui"
    >
      <span className="min-w-0 flex-1">{rule.label}</span>
      {asked === rule.id ? (
        <KeyInput
          rule={rule}
          overrides={overrides}
          onCancel={() => done(rule.id)}
          onChosen={(keys) => {
            onChange(withKey(overrides, rule.id, keys), `${rule.label} is ${keys} now`);
            done(rule.id);
          }}
        />
      ) : (
        <KeyLine
          rule={rule}
          overrides={overrides}
          onAsk={() => setAsked(rule.id)}
          onKeys={(keys, says) => onChange(withKey(overrides, rule.id, keys), says)}
        />
      )}
    </li>
  );
  return (
    <div ref={list} className="flex flex-col gap-4">
      {keyGroups.map((group) => {
        const rules = keymap.filter((rule) => group.has(rule) && remappable(rule));
        if (rules.length === 0) return null;
        return (
          <section key={group.title} aria-label={group.title}>
            <h3 className="mb-1 text-heading">{group.title}</h3>
            <ul>{rules.map(lineOf)}</ul>
          </section>
        );
      })}
    </div>
  );
}

interface KeyLineProps {
  readonly rule: KeyRule;
  readonly overrides: KeyOverrides;
  readonly onAsk: () => void;
  readonly onKeys: (keys: string | null, says: string) => void;
}

function KeyLine({ rule, overrides, onAsk, onKeys }: KeyLineProps) {
  const { id, label } = rule;
  const [keys] = keysOf(id, overrides);
  const [usual] = rule.keys;
  // Somebody else may have got the usual key meanwhile.
  const taken = usual === undefined ? null : refusalOf(id, usual, overrides);
  return (
    <>
      <span className="min-w-12 text-end text-ink-2">
        {keys === undefined ? (
          <span className="text-ink-3">no key</span>
        ) : (
          <>
            <Kbd keys={keys} />
            <span className="sr-only">{keys}</span>
          </>
        )}
      </span>
      <Button data-change={id} aria-label={`Change the key of “${label}”`} onClick={onAsk}>
        Change
      </Button>
      {keys === usual ? (
        <Button
          variant="quiet"
          aria-label={`Clear the key of “${label}”`}
          onClick={() => onKeys(null, `${label} has no key now`)}
        >
          Clear
        </Button>
      ) : (
        <Button
          variant="quiet"
          aria-label={`Give “${label}” its usual key`}
          disabledReason={taken}
          onClick={() => usual !== undefined && onKeys(usual, `${label} is ${usual} again`)}
        >
          Usual
        </Button>
      )}
    </>
  );
}

interface KeyInputProps {
  readonly rule: KeyRule;
  readonly overrides: KeyOverrides;
  readonly onCancel: () => void;
  readonly onChosen: (keys: string) => void;
}

/** Takes the next key that is pressed, or says why it cannot be had. */
function KeyInput({ rule, overrides, onCancel, onChosen }: KeyInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const [begun, setBegun] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const says = `key-editor-${rule.id}`;

  const onKeyDown = (event: KeyboardEvent) => {
    // Tab and Esc lead out, as everywhere.
    if (event.key === "Tab") return;
    event.preventDefault();
    if (event.key === "Escape") return onCancel();
    if (event.altKey || event.getModifierState("AltGraph")) return setRefusal(altWords);
    const stroke = strokeOf({ ...keysHeld(event), key: event.key }, isMac());
    if (stroke === null) return;
    if (begun === null && beginnings(overrides).has(stroke)) {
      setBegun(stroke);
      setRefusal(null);
      return;
    }
    const keys = begun === null ? stroke : `${begun} ${stroke}`;
    const refused = refusalOf(rule.id, keys, overrides);
    setBegun(null);
    setRefusal(refused);
    if (refused === null) onChosen(keys);
  };
  return (
    <>
      <input
        ref={input}
        readOnly
        value={begun === null ? "" : `${begun}, then`}
        placeholder="Press a key"
        aria-label={`New key of “${rule.label}”`}
        aria-describedby={says}
        aria-invalid={refusal !== null}
        onKeyDown={onKeyDown}
        className={`${controlClass} w-32!`}
      />
      <Button variant="quiet" onClick={onCancel}>
        Cancel
      </Button>
      <p id={says} role="status" className="basis-full text-bad text-small empty:hidden">
        {refusal}
      </p>
    </>
  );
}

/** The keys that somebody has now. */
export const useOwnKeys = (): KeyOverrides => useActionsContext().overrides;
