"use client";

import { type MouseEvent, useActionState, useCallback, useEffect, useRef, useState } from "react";
import { reopensUntil, useLate } from "@/modules/tickets/client";
import { announce } from "@/ui/announce";
import { ButtonLink } from "@/ui/button";
import { buttonClass } from "@/ui/button-class";
import { Notice } from "@/ui/notice";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import type { MessageView } from "../../schema";
import { type Conversation, firstUnread } from "./conversation";
import { untouchedForm } from "./form-state";
import { HeldFoot } from "./held-foot";
import { NewsPill } from "./news-pill";
import { usePortalForms } from "./portal-forms";
import type { PortalLimits } from "./problems";
import { ReplyBox } from "./reply-box";
import type { RequestLine } from "./request-engine";
import { RequestHead } from "./request-head";
import { StatusForm } from "./status-form";
import { Thread } from "./thread";
import { useAnswering } from "./use-answering";
import { useLine } from "./use-line";
import { requestWords as words } from "./words";

interface RequestScreenProps {
  readonly initial: Conversation;
  readonly me: { id: string; name: string; timeZone: string; locale: string };
  readonly limits: PortalLimits;
  readonly liveUrl: string;
  /** Made by the server, for forms that are sent without a script. */
  readonly commandIds: { reply: string; status: string; undo: Readonly<Record<string, string>> };
}

const loadEngine = () => import("./request-engine").then((part) => part.RequestEngine);

/** A request: its conversation, one box, and what can be done with it. */
export function RequestScreen({ initial, me, limits, liveUrl, commandIds }: RequestScreenProps) {
  const { converse } = usePortalForms();
  const [came, sendForm] = useActionState(converse, untouchedForm);
  const [conversation, change] = useState(initial);
  const [unreadFrom] = useState(() => firstUnread(initial, me.id));
  const [news, setNews] = useState<MessageView | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const { line, ready } = useLine<RequestLine>();
  const Engine = useLate(loadEngine);
  const answering = useAnswering({ form, line, limits, me, conversation, change, came });
  const now = useNow();

  useEffect(() => {
    if (window.location.hash === "") document.getElementById("unread")?.scrollIntoView();
  }, []);

  const onNews = useCallback((messages: readonly MessageView[]) => {
    for (const { author } of messages) announce(words.newReply(author.name));
    setNews((shown) => messages.at(-1) ?? shown);
  }, []);
  const onSeen = useCallback(() => setNews(null), []);

  const { row, messages, older } = conversation;
  const olderHref = `/portal/requests/${row.number}?before=${encodeURIComponent(older ?? "")}`;
  const showOlder = (event: MouseEvent) => {
    if (older === null) return;
    event.preventDefault();
    void line.then((calls) => calls.older(older)).catch(() => window.location.assign(olderHref));
  };
  const solved = row.status === "resolved";
  const until = reopensUntil(row, now);
  const ended = row.status === "closed" || (solved && until === null);
  const about = { action: sendForm, ticketId: row.id, number: row.number };

  return (
    <div className="flex flex-col gap-6">
      {Engine && (
        <div className="sticky top-0 z-10 empty:hidden">
          <Engine
            url={liveUrl}
            me={me}
            conversation={conversation}
            onChange={change}
            onNews={onNews}
            onReady={ready}
            waiting={answering.busy === null ? 0 : 1}
          />
        </div>
      )}
      <RequestHead row={row} me={me} />
      {older !== null && (
        <a href={olderHref} onClick={showOlder} className={buttonClass("secondary")}>
          {words.older}
        </a>
      )}
      <Thread
        messages={messages}
        me={me}
        unreadFrom={unreadFrom}
        texts={answering.texts}
        footOf={(message) =>
          message.state === "held" &&
          message.author.id === me.id && (
            <HeldFoot
              message={message}
              action={sendForm}
              commandId={commandIds.undo[message.id]}
              busy={answering.busy === "undo"}
              onUndo={(held) => void answering.undo(held)}
            />
          )
        }
      />
      {news && <NewsPill message={news} onSeen={onSeen} />}
      {ended ? (
        <Notice
          tone="neutral"
          title={words.closed}
          action={
            <ButtonLink href={`/portal/ask?about=${row.number}`}>{words.followUp}</ButtonLink>
          }
        >
          {words.closedText}
        </Notice>
      ) : (
        <section id="composer" className="flex flex-col gap-4 border-line border-t pt-6">
          {solved && until !== null && (
            <Notice
              tone="good"
              title={words.solved}
              action={
                <StatusForm
                  {...about}
                  to="open"
                  commandId={commandIds.status}
                  busy={answering.busy === "status"}
                  onBecome={(to) => void answering.become(to)}
                />
              }
            >
              {words.solvedUntil}
              <Time value={until} now={now} zone={me.timeZone} locale={me.locale} style="day" />.
            </Notice>
          )}
          <ReplyBox
            {...about}
            formRef={form}
            onSend={() => void answering.send()}
            onInput={answering.save}
            commandId={came.commandId ?? commandIds.reply}
            first={came.values.body}
            solved={solved}
            sending={answering.busy === "reply"}
            signedOut={answering.signedOut}
            problems={answering.problems}
            attempt={answering.attempt}
            brought={answering.brought}
            limits={limits}
          />
          {!solved && (
            <StatusForm
              {...about}
              to="resolved"
              commandId={commandIds.status}
              busy={answering.busy === "status"}
              onBecome={(to) => void answering.become(to)}
            />
          )}
        </section>
      )}
    </div>
  );
}
