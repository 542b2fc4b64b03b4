"use client";

import { troubleWords as words } from "@/modules/conversations/components/portal/trouble-words";
import { buttonClass } from "@/ui/button-class";

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string };
}

/**
 * The session store, the database or something else is away: nobody is signed out by that. Every
 * page carries this one, so it is made of little.
 */
export default function PortalError({ error }: ErrorPageProps) {
  return (
    <div role="alert" className="flex flex-col items-start gap-4">
      <h1 className="text-title">{words.title}</h1>
      <p>{words.text}</p>
      <button type="button" className={buttonClass()} onClick={() => window.location.reload()}>
        {words.retry}
      </button>
      {error.digest !== undefined && (
        <p className="text-ink-2 text-ui">
          {words.reference} {error.digest}
        </p>
      )}
    </div>
  );
}
