"use client";

import { buttonClass } from "@/ui/button-class";
import { useSay } from "@/ui/words";

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
}

/**
 * The session store, the database or something else is away: nobody is signed out by that. Every
 * page carries this one, so it is made of little.
 */
export default function PortalError({ error }: ErrorPageProps) {
  const say = useSay("trouble");
  return (
    <div role="alert" className="flex flex-col items-start gap-4">
      <h1 className="text-title">{say("title")}</h1>
      <p>{say("text")}</p>
      <button type="button" className={buttonClass()} onClick={() => window.location.reload()}>
        {say("retry")}
      </button>
      {error.digest !== undefined && (
        <p className="text-ink-2 text-ui">
          {say("reference")} {error.digest}
        </p>
      )}
    </div>
  );
}
