import { indicators } from "../../figures/indicators";
import { objectives } from "../../figures/objectives";
import { supportObjectives } from "../../figures/support-objectives";
import { upkeepWatches } from "../../figures/upkeep";
import { figures, listed, momentIn } from "./figure";
import type { IncidentWords } from "./types";
import { windowWords } from "./windows";

const moment = momentIn("en-GB");
const windows = windowWords.en;
const figure = figures.en;
const rounded = figures.number.en;
const promises = { ...objectives, ...supportObjectives };

export const english: IncidentWords = {
  indicator: ({ name, now, worst, warning, critical }) => {
    const { words, action } = indicators[name];
    return {
      title: `${words} is high`,
      says:
        now === null
          ? `${words} is not measured.`
          : `${figure(now)} at ${worst}; warning above ${figure(warning)}, critical above ${figure(critical)}.`,
      action,
    };
  },
  budget: ({ promise, isSupport, burns, endsMs }) => {
    const { words } = promises[promise];
    const gone =
      endsMs === null
        ? ""
        : ` At this rate the budget is gone on ${moment(endsMs).day} at ${moment(endsMs).time}.`;
    return {
      title: `The error budget of “${words}” burns too fast`,
      says:
        burns === null
          ? `${words} is kept.`
          : `${rounded(burns.rate)} times as fast as it may, over ${windows[burns.long]} and ${windows[burns.short]}.${gone}`,
      action: isSupport
        ? "See where the minutes of the broken promises went, people or machines"
        : "See what burns it, then mend or undo that",
    };
  },
  upkeep: ({ name, side, now, what, warning, critical }) => {
    const { words, action } = upkeepWatches[name];
    return {
      title: `${words}: ${side === "above" ? "too much" : "too little"}`,
      says:
        now === null
          ? `${words}: not measured.`
          : `${figure(now)}${what === "" ? "" : ` of ${what}`}; warning ${side} ${figure(warning)}, critical ${side} ${figure(critical)}.`,
      action,
    };
  },
  outboxAge: (seconds) => ({
    title: "What happened is told late",
    says: `The oldest event that is not published has waited ${rounded(seconds)} s.`,
    action: "See whether a worker runs and the queues' store answers",
  }),
  parked: (count) => ({
    title: "Events could not be published",
    says: `${count} ${count === 1 ? "event waits" : "events wait"} for somebody to look; they are tried again every hour.`,
    action: "Read the worker's log for the reason",
  }),
  certificate: (days) => ({
    title: "The certificate ends soon",
    says: `The certificate of the public address is valid for ${rounded(days)} more days.`,
    action: "Renew it",
  }),
  partitions: (months) => ({
    title: "Months of the database are missing",
    says: `${months} months that are near have no partition, or rows without one.`,
    action: "Read the worker's log: it names the months and the reason",
  }),
  webhook: (name) => ({
    title: `The webhook ${name} was switched off`,
    says: "Nothing that was sent to it arrived for three days, or it said that it is gone.",
    action: "Mend the receiver, then switch the webhook on again",
  }),
  silent: ({ kind, none, ids, all }) => ({
    title: none ? `No ${kind} process answers` : `A ${kind} process says nothing any more`,
    says: `${ids.length} of ${all} ${kind} processes are silent: ${listed(ids)}.`,
    action: "See whether it runs; start it again",
  }),
  check: ({ name, ids, reason }) => ({
    title: `The check “${name}” fails`,
    says: `At ${listed(ids)}${reason === undefined ? "" : `: ${reason}`}.`,
    action: "See the process; its log has the reason",
  }),
  stale: (ids) => ({
    title: "A process does not write what it measures",
    says: `${listed(ids)}: what is shown of it is unknown, not zero.`,
    action: "See whether the database takes its writes, and whether its clock is right",
  }),
  ahead: (ids) => ({
    title: "Clocks disagree",
    says: `${listed(ids)} writes times that are still to come.`,
    action: "Let the machine's clock follow a time server",
  }),
};
