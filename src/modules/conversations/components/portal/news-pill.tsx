"use client";

import { useEffect, useState } from "react";
import { PlainButton } from "@/ui/plain-button";
import { useSay } from "@/ui/words";
import type { MessageView } from "../../schema";

interface NewsPillProps {
  readonly message: MessageView;
  readonly onSeen: () => void;
}

/** A message came below what one reads: nothing scrolls by itself, one click leads there. */
export function NewsPill({ message, onSeen }: NewsPillProps) {
  const say = useSay("request");
  const [hidden, setHidden] = useState(false);

  useEffect(() => {
    const target = document.getElementById(`message-${message.id}`);
    if (target === null) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === true) onSeen();
      else setHidden(true);
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [message.id, onSeen]);

  if (!hidden) return null;
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-3 z-10 flex justify-center">
      <PlainButton
        variant="primary"
        className="pointer-events-auto shadow-float"
        onClick={() => document.getElementById(`message-${message.id}`)?.focus()}
      >
        {say("newReply", { author: message.author.name })}
      </PlainButton>
    </div>
  );
}
