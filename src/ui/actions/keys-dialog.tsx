"use client";

import { Dialog } from "../dialog";
import { Kbd } from "../kbd";
import { useActionsContext } from "./context";
import { keyGroups } from "./key-groups";
import { type KeyRule, keymap, keysOf } from "./keymap";
import { closeOpened } from "./open";

/** All keys on one page, as they are now, with those that a person has moved or switched off. */
export default function KeysDialog() {
  const { overrides, keysEnabled } = useActionsContext();
  return (
    <Dialog
      open
      onOpenChange={closeOpened}
      size="large"
      scrollStop
      title="Keys"
      description={
        keysEnabled
          ? "Keys act where the focus is; while you type they are letters. Under “Me” they can be changed and switched off."
          : "Single keys are switched off in Settings. The palette does all that they do."
      }
    >
      <div className="gap-8 md:columns-2">
        {keyGroups.map((group) => (
          <section key={group.title} className="mb-4 break-inside-avoid-column">
            <h3 className="mb-1 text-heading">{group.title}</h3>
            <dl className="text-ui">
              {keymap.filter(group.has).map((rule) => (
                <KeyRow key={rule.id} rule={rule} keys={keysOf(rule.id, overrides)} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function KeyRow({ rule, keys }: { rule: KeyRule; keys: readonly string[] }) {
  return (
    <div className="flex min-h-7 items-center justify-between gap-3 border-line border-b">
      <dt>{rule.label}</dt>
      <dd className="flex gap-2 text-ink-2">
        {keys.length === 0 && <span className="text-ink-3">no key</span>}
        {keys.map((stroke) => (
          <span key={stroke}>
            <Kbd keys={stroke} />
            <span className="sr-only">{stroke}</span>
          </span>
        ))}
      </dd>
    </div>
  );
}
