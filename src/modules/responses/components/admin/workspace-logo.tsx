"use client";

import { useRef } from "react";
import type { WorkspaceSettings } from "@/modules/workspace/client";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { bytesWords } from "@/ui/format/number";
import { Refused } from "./refused";
import { useChange } from "./use-change";

const logoBytesMax = Math.floor((limits.logoBase64CharsMax * 3) / 4);

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** The picture in the head of every page of customers. */
export function WorkspaceLogo({ settings }: { settings: WorkspaceSettings }) {
  const utils = trpc.useUtils();
  const save = trpc.workspace.saveLogo.useMutation();
  const { change, busy, refused } = useChange();
  const input = useRef<HTMLInputElement>(null);
  const send = (logo: () => Promise<string | null>, done: string) =>
    void change(
      async ({ commandId }) =>
        save.mutateAsync({ commandId, version: settings.version, logo: await logo() }),
      { done, next: () => void utils.workspace.settings.invalidate() },
    );
  return (
    <section className="flex max-w-medium flex-col gap-3 rounded-card border border-line bg-surface p-4">
      <h2 className="text-heading">Logo</h2>
      <p className="text-ink-2 text-ui">
        A PNG, JPEG or WebP of at most {bytesWords(logoBytesMax)}. It stands on light and on dark
        pages.
      </p>
      {settings.logo === null ? (
        <p className="text-ui">No logo: customers read the name.</p>
      ) : (
        <img src={settings.logo} alt={settings.name} className="h-12 max-w-48 object-contain" />
      )}
      <Refused words={refused} />
      <div className="flex flex-wrap gap-2">
        <Button busy={busy} onClick={() => input.current?.click()}>
          Choose a picture
        </Button>
        {settings.logo !== null && (
          <Button
            variant="quiet"
            busy={busy}
            onClick={() => send(() => Promise.resolve(null), "The logo is gone")}
          >
            Take the logo away
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Logo"
        accept="image/png,image/jpeg,image/webp"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = "";
          if (file !== undefined) send(() => base64Of(file), "Customers see the logo from now on");
        }}
      />
    </section>
  );
}
