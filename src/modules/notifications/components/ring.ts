import { nowMs } from "@/platform/clock";
import type { LiveEvent } from "@/platform/realtime/wire";
import { changeOf } from "../live";
import { reasonWords } from "../rules/reasons";

/** What is caught up on after an absence rings no bell. */
const freshMsMax = 60_000;
const ringMs = 5_000;

/**
 * A window of the desktop and a sound, when somebody is at another window. Of several tabs one rings:
 * whichever takes the lock.
 */
export function ring(event: LiveEvent): void {
  const changed = changeOf(event);
  if (changed === null || !changed.alert || document.hasFocus()) return;
  if (nowMs() - Date.parse(event.occurredAt) > freshMsMax) return;
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  const { row } = changed;
  void navigator.locks.request(`ring-${event.position}`, { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    const title = `${row.byName ?? "InsightDesk"} ${reasonWords[row.reason].verb}`;
    const body = `#${row.ticket.number} ${row.ticket.subject}`;
    const shown = new Notification(title, { body, tag: row.ticket.id });
    shown.onclick = () => {
      window.focus();
      window.location.assign(`/tickets/${row.ticket.number}`);
    };
    sound();
    await new Promise((resolve) => setTimeout(resolve, ringMs));
  });
}

/** Two short tones. A browser that wants a click first stays silent. */
function sound(): void {
  const context = new AudioContext();
  const volume = context.createGain();
  volume.gain.value = 0.05;
  volume.connect(context.destination);
  for (const [place, hertz] of [660, 880].entries()) {
    const tone = context.createOscillator();
    tone.frequency.value = hertz;
    tone.connect(volume);
    tone.start(context.currentTime + place * 0.12);
    tone.stop(context.currentTime + place * 0.12 + 0.1);
    tone.onended = () => place === 1 && void context.close();
  }
}
