export { decideNotifications } from "./commands/decide";
export { sendLetters } from "./commands/send-letters";
export { sendNotices } from "./commands/send-notices";
export { wake } from "./commands/wake";
export { deliverNotification } from "./deliveries";
export { forgetWords, notify, notifyOf, tellOperators } from "./jobs";
export { peopleWithDueLetters, peopleWithDueNotices, snoozedRowsDue } from "./queries/due";
export { notificationsRouter } from "./router";
export { promiseWords } from "./rules/promises";
