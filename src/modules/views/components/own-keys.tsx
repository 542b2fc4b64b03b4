"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { attempt } from "@/modules/tickets/components/day/use-deed";
import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { KeyEditor, useOwnKeys } from "@/ui/actions/key-editor";
import type { KeyOverrides } from "@/ui/actions/keymap";
import { Button } from "@/ui/button";
import { toast } from "@/ui/toast";

type Keys = Record<string, string[]>;

const written = (overrides: KeyOverrides): Keys =>
  Object.fromEntries(Object.entries(overrides).map(([id, keys]) => [id, [...keys]]));

/** One's own keys; each is kept as soon as it is pressed, and can be taken back. */
export default function OwnKeys() {
  const router = useRouter();
  const save = trpc.identity.setKeys.useMutation();
  const saved = useOwnKeys();
  const [keys, setKeys] = useState(saved);
  const keep = (next: KeyOverrides) =>
    attempt(async () => {
      try {
        await save.mutateAsync({ commandId: newId(), keys: written(next) });
      } catch (error) {
        setKeys(saved);
        throw error;
      }
      // What stands on this page learns of it, too.
      router.refresh();
    });
  const change = (next: KeyOverrides, says: string) => {
    const before = keys;
    const undo = () => {
      setKeys(before);
      keep(before);
    };
    setKeys(next);
    keep(next);
    toast({ text: says, undo });
  };
  return (
    <div className="flex flex-col items-start gap-4 self-stretch">
      <Button
        disabledReason={Object.keys(keys).length === 0 ? "No key was changed" : null}
        onClick={() => change({}, "All keys are the usual ones again")}
      >
        Back to the usual keys
      </Button>
      <div className="self-stretch">
        <KeyEditor overrides={keys} onChange={change} />
      </div>
    </div>
  );
}
