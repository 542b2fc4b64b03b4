"use client";

import { lazy, type ReactNode, Suspense } from "react";
import { MessageBody } from "@/modules/conversations/components/message-body";
import { type BodyFieldProps, DeskProvider } from "@/modules/knowledge/components/desk/desk";
import { useMe } from "@/modules/tickets/components/me";
import { Textarea } from "@/ui/textarea";
import { ConsoleFrame } from "./console-frame";

const ArticleField = lazy(
  () => import("@/modules/conversations/components/composer/editor/article-field"),
);

/** Until the editor has come, the text can be read and written in a plain field. */
function BodyField(props: BodyFieldProps) {
  const { label, value, onChange } = props;
  const plain = (
    <Textarea
      aria-label={label}
      rows={16}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
  return (
    <Suspense fallback={plain}>
      <ArticleField {...props} />
    </Suspense>
  );
}

function Body({ html }: { html: string }) {
  return <MessageBody html={html} />;
}

/** A page of the knowledge base in the console. */
export function KnowledgeScreen({ children }: { children: ReactNode }) {
  const me = useMe();
  const { id, role, timeZone, locale } = me;
  return (
    <ConsoleFrame show="main" mainLabel="Knowledge">
      <DeskProvider desk={{ me: { id, role, timeZone, locale }, BodyField, Body }}>
        {children}
      </DeskProvider>
    </ConsoleFrame>
  );
}
