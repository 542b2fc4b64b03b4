import type { ReactNode } from "react";
import { useSay } from "@/ui/words";
import type { MessageView } from "../../schema";
import { Letter } from "./letter";

interface ThreadProps {
  readonly messages: readonly MessageView[];
  readonly me: { readonly id: string; readonly timeZone: string; readonly locale: string };
  readonly unreadFrom: string | null;
  readonly footOf: (message: MessageView) => ReactNode;
}

/** The conversation, oldest first. */
export function Thread({ messages, me, unreadFrom, footOf }: ThreadProps) {
  const say = useSay("request");
  return (
    <ol aria-label={say("thread")} className="flex flex-col gap-3">
      {messages.map((message, place) => (
        <li key={message.id} id={place === messages.length - 1 ? "latest" : undefined}>
          {message.id === unreadFrom && (
            <p
              id="unread"
              className="mb-3 flex scroll-mt-12 items-center gap-3 font-semibold text-accent text-ui after:h-px after:flex-1 after:bg-accent"
            >
              {say("unread")}
            </p>
          )}
          <Letter
            message={message}
            mine={message.author.id === me.id}
            zone={me.timeZone}
            locale={me.locale}
            foot={footOf(message)}
          />
        </li>
      ))}
    </ol>
  );
}
