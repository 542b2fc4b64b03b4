"use client";

import { type MouseEvent, useActionState, useEffect, useRef, useState } from "react";
import { reopensUntil } from "@/modules/tickets/components/portal/reopening";
import { buttonClass } from "@/ui/button-class";
import { ButtonLink } from "@/ui/button-link";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { useLate } from "@/ui/use-late";
import { useSay } from "@/ui/words";
import type { AnswerHand, Answering } from "./answer-hand";
import type { Conversation } from "./conversation";
import { firstUnread } from "./first-unread";
import { untouchedForm } from "./form-state";
import { HeldFoot } from "./held-foot";
import { usePortalForms } from "./portal-forms";
import type { PortalLimits } from "./problems";
import { ReplyBox } from "./reply-box";
import { RequestHead } from "./request-head";
import { Standing } from "./standing";
import { StatusForm } from "./status-form";
import { createStore, useStore } from "./store";
import { Thread } from "./thread";
import { useBoxWords } from "./use-box-words";
import { useLine } from "./use-line";
import { firstWriting } from "./writing";

interface RequestScreenProps {
  readonly initial: Conversation;
  readonly me: { id: string; name: string; timeZone: string; locale: string };
  readonly limits: PortalLimits;
  readonly liveUrl: string;
  readonly reopenWindowMs: number;
  /** Made by the server, for forms that are sent without a script. */
  readonly commandIds: { reply: string; status: string; undo: Readonly<Record<string, string>> };
}

const loadEngine = () => import("./request-engine").then((part) => part.RequestEngine);

/** A request: its conversation, one box, and what can be done with it. */
export function RequestScreen(props: RequestScreenProps) {
  const { initial, me, limits, liveUrl, reopenWindowMs, commandIds } = props;
  const say = useSay("request");
  const words = useBoxWords();
  const { converse } = usePortalForms();
  const [came, sendForm, onItsWay] = useActionState(converse, untouchedForm);
  const form = useRef<HTMLFormElement>(null);
  const [answering] = useState(
    (): Answering => ({
      writing: createStore(firstWriting(came)),
      conversation: createStore(initial),
      form: () => form.current,
      limits,
      words: { ...words, request: say },
      me,
    }),
  );
  const { hand, line, ready } = useLine<AnswerHand>();
  const { row, messages, older } = useStore(answering.conversation);
  const writing = useStore(answering.writing);
  const [unreadFrom] = useState(() => firstUnread(initial, me.id));
  const Engine = useLate(loadEngine);
  const now = useNow();

  useEffect(() => {
    if (window.location.hash === "") document.getElementById("unread")?.scrollIntoView();
  }, []);
  useEffect(() => {
    const { attempt, problems } = came;
    if (attempt > 0) answering.writing.set((state) => ({ ...state, attempt, problems }));
  }, [came, answering]);

  /** Hands it over; before the rest is loaded, forms go as they would without a script. */
  const handOver = (work: (hand: AnswerHand) => Promise<void>): boolean => {
    if (hand.current === null) return false;
    void work(hand.current);
    return true;
  };
  const olderHref = `/portal/requests/${row.number}?before=${encodeURIComponent(older ?? "")}`;
  const showOlder = (event: MouseEvent) => {
    if (older === null || hand.current === null) return;
    event.preventDefault();
    hand.current.older(older).catch(() => window.location.assign(olderHref));
  };
  const solved = row.status === "resolved";
  const until = reopensUntil(row, reopenWindowMs, now);
  const ended = row.status === "closed" || (solved && until === null);
  const about = { action: sendForm, ticketId: row.id, number: row.number };
  const statusForm = (to: "resolved" | "open") => (
    <StatusForm
      {...about}
      to={to}
      commandId={commandIds.status}
      busy={writing.busy === "status"}
      onBecome={() => handOver((hands) => hands.become(to))}
    />
  );

  return (
    <div className="flex flex-col gap-6">
      {Engine && (
        <div className="sticky top-0 z-10 empty:hidden">
          <Engine url={liveUrl} me={me} answering={answering} onReady={ready} />
        </div>
      )}
      <RequestHead row={row} me={me} />
      {older !== null && (
        <a href={olderHref} onClick={showOlder} className={buttonClass("secondary")}>
          {say("older")}
        </a>
      )}
      <Thread
        messages={messages}
        me={me}
        unreadFrom={unreadFrom}
        footOf={(message) =>
          message.state === "held" &&
          message.author.id === me.id && (
            <HeldFoot
              message={message}
              action={sendForm}
              commandId={commandIds.undo[message.id]}
              busy={writing.busy === "undo"}
              onUndo={(held) => handOver((hands) => hands.undo(held))}
            />
          )
        }
      />
      {ended ? (
        <Standing title={say("closed")} text={say("closedText")}>
          <ButtonLink href={`/portal/ask?about=${row.number}`}>{say("followUp")}</ButtonLink>
        </Standing>
      ) : (
        <section
          id="composer"
          aria-label={say("box")}
          className="flex flex-col gap-4 border-line border-t pt-6"
        >
          {solved && until !== null && (
            <Standing
              good
              title={say("solved")}
              text={
                <>
                  {say("solvedUntil")}{" "}
                  <Time value={until} now={now} zone={me.timeZone} locale={me.locale} style="day" />
                  .
                </>
              }
            >
              {statusForm("open")}
            </Standing>
          )}
          <ReplyBox
            {...about}
            formRef={form}
            onSend={() => handOver((hands) => hands.send())}
            onInput={() => hand.current?.save()}
            onFiles={(work) => void line.then(({ files }) => work(files))}
            commandId={came.commandId ?? commandIds.reply}
            first={came.values.body}
            solved={solved}
            onItsWay={onItsWay}
            writing={writing}
            limits={limits}
          />
          {!solved && statusForm("resolved")}
        </section>
      )}
    </div>
  );
}
