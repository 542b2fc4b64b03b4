export { decideNotifications } from "./commands/decide";
export { sendLetters } from "./commands/send-letters";
export { wake } from "./commands/wake";
export { deliverNotification } from "./deliveries";
export { forgetWords, notify, notifyOf } from "./jobs";
export { peopleWithDueLetters, snoozedRowsDue } from "./queries/due";
export { notificationsRouter } from "./router";
