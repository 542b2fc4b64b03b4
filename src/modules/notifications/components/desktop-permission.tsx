"use client";

import { useEffect, useState } from "react";
import { Button } from "@/ui/button";

type Answer = NotificationPermission | "missing";

const answers: Readonly<Record<Answer, string>> = {
  granted: "This browser may show alerts on the desktop.",
  denied:
    "This browser shows no alerts of this site. Allow notifications in its settings for this site to get them.",
  default: "This browser has not been asked yet whether it may show alerts.",
  missing: "This browser cannot show alerts on the desktop.",
};

/** Whether the browser lets alerts through, and the way to ask it. */
export function DesktopPermission() {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => setAnswer("Notification" in window ? Notification.permission : "missing"), []);
  if (answer === null) return null;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3">
      <p className="text-ink-2 text-ui" role="status">
        {answers[answer]}
      </p>
      {answer === "default" && (
        <Button onClick={() => void Notification.requestPermission().then(setAnswer)}>
          Allow alerts
        </Button>
      )}
    </div>
  );
}
