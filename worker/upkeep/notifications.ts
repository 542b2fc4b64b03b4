import {
  peopleWithDueLetters,
  peopleWithDueNotices,
  sendLetters,
  sendNotices,
  snoozedRowsDue,
  wake,
} from "@/modules/notifications";
import { systemActor } from "@/platform/auth/actor";
import { newId } from "@/platform/ids";

/**
 * What quiet hours held, and the day's digests: the rows say what is due and what was sent, so two
 * workers at once send one mail.
 */
export async function sendDueLetters(): Promise<void> {
  for (const userId of await peopleWithDueLetters())
    await sendLetters.execute(systemActor, { commandId: newId(), userId });
}

/** What admins are told of the installation by mail, when each of them wants it. */
export async function sendDueNotices(): Promise<void> {
  for (const userId of await peopleWithDueNotices())
    await sendNotices.execute(systemActor, { commandId: newId(), userId });
}

export async function wakeSnoozed(): Promise<void> {
  const ids = await snoozedRowsDue();
  if (ids.length > 0) await wake.execute(systemActor, { commandId: newId(), ids });
}
