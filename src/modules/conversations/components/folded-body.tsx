import { useMemo } from "react";
import { splitQuoted } from "../rules/quoted";
import { MessageBody } from "./message-body";

/** What somebody wrote; what their mail program put under it opens on request. */
export function FoldedBody({ html, className }: { html: string; className?: string }) {
  const { said, quoted } = useMemo(() => splitQuoted(html), [html]);
  return (
    <>
      <MessageBody html={said} className={className} />
      {quoted !== "" && (
        <details className="mt-2 text-ui">
          <summary className="flex min-h-6 w-fit items-center rounded-control px-2 text-small hover:bg-hover">
            Quoted text and signature
          </summary>
          <MessageBody html={quoted} className={className} />
        </details>
      )}
    </>
  );
}
