import { useMemo } from "react";
import { splitQuoted } from "../rules/quoted";
import type { MessageView } from "../schema";
import { MessageBody } from "./message-body";

interface FoldedBodyProps {
  readonly html: string;
  readonly files: MessageView["attachments"];
  readonly className?: string;
}

/** What somebody wrote; what their mail program put under it opens on request. */
export function FoldedBody({ html, ...rest }: FoldedBodyProps) {
  const { said, quoted } = useMemo(() => splitQuoted(html), [html]);
  return (
    <>
      <MessageBody html={said} {...rest} />
      {quoted !== "" && (
        <details className="mt-2 text-ui">
          <summary className="flex min-h-6 w-fit items-center rounded-control px-2 text-small hover:bg-hover">
            Quoted text and signature
          </summary>
          <MessageBody html={quoted} {...rest} />
        </details>
      )}
    </>
  );
}
