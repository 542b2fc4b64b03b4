import { decideScalingNow, lookAround, tendSurge } from "@/modules/capacity";
import { cleanPendingLists } from "@/modules/search";
import { askForDueDeliveries, followLog } from "@/modules/webhooks";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { countLatestArrivals } from "./arrivals";
import { resumeBulkActions } from "./bulk-actions";
import { watchCertificate } from "./certificate";
import { makeWaitingExports } from "./exports";
import { resumeHandovers } from "./handovers";
import { releaseOverdue } from "./held-replies";
import { publishScheduledArticles } from "./knowledge";
import { askForLateMinutes } from "./late-minutes";
import { goOnLeaving } from "./leaving";
import { forgetTheOld } from "./lifetimes";
import { forgetOldMeasures, rollUpLatest } from "./measures";
import { sendDueLetters, sendDueNotices, wakeSnoozed } from "./notifications";
import { removeOrphanFiles } from "./orphan-files";
import { publishParkedAgain } from "./parked-events";
import { makePartitionsAhead, tendPartitions } from "./partitions";
import { forgetOldProbes } from "./probes";
import { askForDueClocks, goOnRecomputing, noteZoneDatabase } from "./promises";
import { askHowItWent } from "./ratings";
import { takeUpRefused } from "./refused-jobs";
import { republishUnrecorded } from "./republish";
import { learnNewWords, speakTheLanguage } from "./search";
import { takeInStoredMails } from "./stored-mails";
import { carryUnfinishedAnswers, closeResolvedTickets, wakeSnoozedTickets } from "./tickets";
import { emptyTheTrash } from "./trash";
import { sendWaitingMails } from "./waiting-mails";
import { askForWeather } from "./weather";

type Task = { name: string; everyMs: number; run: () => Promise<void> };

const minuteMs = 60_000;

/** Every worker is a candidate; each task is harmless when two do it at once. */
const tasks: readonly Task[] = [
  { name: "held replies", everyMs: limits.heldSweepMs, run: releaseOverdue },
  { name: "republish", everyMs: limits.republishSweepMs, run: republishUnrecorded },
  { name: "refused jobs", everyMs: limits.refusedSweepMs, run: takeUpRefused },
  { name: "parked events", everyMs: limits.parkedAgainMs, run: publishParkedAgain },
  { name: "partitions", everyMs: 60 * minuteMs, run: makePartitionsAhead },
  { name: "certificate", everyMs: 60 * minuteMs, run: watchCertificate },
  { name: "months", everyMs: 60 * minuteMs, run: tendPartitions },
  { name: "lifetimes", everyMs: minuteMs, run: forgetTheOld },
  { name: "waiting mails", everyMs: limits.republishSweepMs, run: sendWaitingMails },
  { name: "stored mails", everyMs: limits.storedMailSweepMs, run: takeInStoredMails },
  { name: "trash", everyMs: 10 * minuteMs, run: emptyTheTrash },
  { name: "measures", everyMs: minuteMs, run: rollUpLatest },
  { name: "old measures", everyMs: 10 * minuteMs, run: forgetOldMeasures },
  { name: "arrivals", everyMs: limits.arrivalsSweepMs, run: countLatestArrivals },
  { name: "late minutes", everyMs: limits.lateSweepMs, run: askForLateMinutes },
  { name: "reply weather", everyMs: limits.weatherSweepMs, run: askForWeather },
  { name: "what leaves all tickets", everyMs: minuteMs, run: goOnLeaving },
  { name: "scaling decisions", everyMs: limits.scalingDecisionMs, run: decideScalingNow },
  { name: "scheduled articles", everyMs: limits.kbPublishSweepMs, run: publishScheduledArticles },
  { name: "incidents", everyMs: limits.incidentSweepMs, run: lookAround },
  { name: "surge mode", everyMs: limits.surgeTendMs / 2, run: tendSurge },
  { name: "closing tickets", everyMs: limits.ticketSweepMs, run: closeResolvedTickets },
  { name: "waking tickets", everyMs: limits.wakeSweepMs, run: wakeSnoozedTickets },
  { name: "incident answers", everyMs: limits.ticketSweepMs, run: carryUnfinishedAnswers },
  { name: "due letters", everyMs: limits.letterSweepMs, run: sendDueLetters },
  { name: "due notices", everyMs: limits.noticeSweepMs, run: sendDueNotices },
  { name: "snoozed notifications", everyMs: limits.snoozeSweepMs, run: wakeSnoozed },
  { name: "handovers", everyMs: limits.republishSweepMs, run: resumeHandovers },
  { name: "bulk actions", everyMs: limits.republishSweepMs, run: resumeBulkActions },
  { name: "due clocks", everyMs: limits.slaSweepMs, run: askForDueClocks },
  { name: "zone database", everyMs: 60 * minuteMs, run: noteZoneDatabase },
  { name: "clocks read again", everyMs: limits.slaRecomputeSweepMs, run: goOnRecomputing },
  { name: "webhooks' log", everyMs: limits.webhookSweepMs, run: followLog },
  { name: "due webhooks", everyMs: limits.webhookSweepMs, run: askForDueDeliveries },
  { name: "old probes", everyMs: minuteMs, run: forgetOldProbes },
  { name: "ratings", everyMs: limits.ratingAskSweepMs, run: askHowItWent },
  { name: "copies of own data", everyMs: limits.republishSweepMs, run: makeWaitingExports },
  { name: "orphan files", everyMs: 10 * minuteMs, run: removeOrphanFiles },
  { name: "words", everyMs: limits.wordSweepMs, run: learnNewWords },
  { name: "search language", everyMs: limits.searchLanguageSweepMs, run: speakTheLanguage },
  { name: "pending lists", everyMs: limits.pendingListSweepMs, run: cleanPendingLists },
];

/** Runs what must be done whether or not anybody asks, each at its pace, never two of one. */
export function startUpkeep(): { close: () => void } {
  const timers = tasks.map(({ name, everyMs, run }) => {
    let running = false;
    const once = () => {
      if (running) return;
      running = true;
      run()
        .catch((err) => log().warn({ task: name, err }, "upkeep could not be done"))
        .finally(() => {
          running = false;
        });
    };
    once();
    return setInterval(once, everyMs);
  });
  return { close: () => timers.forEach(clearInterval) };
}
