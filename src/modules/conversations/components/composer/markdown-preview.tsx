"use client";

import MarkdownIt from "markdown-it";
import { useMemo } from "react";
import { MessageBody } from "../message-body";

/** HTML is shown as text here: only the server cleans it. */
const markdown = new MarkdownIt({ html: false, breaks: true, linkify: true });

/** How the text will look. Its code is fetched when somebody first wants to see it. */
export default function MarkdownPreview({ text }: { text: string }) {
  const html = useMemo(() => markdown.render(text), [text]);
  return <MessageBody html={html} />;
}
