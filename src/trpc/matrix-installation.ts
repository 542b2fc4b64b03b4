/** What admins alone may call about incidents, surge mode and webhooks; the matrix makes rows of it. */
export const installationProcedures = {
  admins: [
    "capacity.supportObjectives",
    "capacity.lateMinutes",
    "capacity.surge",
    "capacity.switchSurge",
    "capacity.incidents",
    "capacity.loadRuns",
    "capacity.cancelLoadRun",
    "capacity.removeLoadRun",
    "webhooks.list",
    "webhooks.create",
    "webhooks.deliveries",
  ],
  /** The calls name one that never was: an admin gets as far as to hear it. */
  absent: [
    "capacity.delay",
    "capacity.incident",
    "capacity.loadRun",
    "capacity.acknowledgeIncident",
    "capacity.noteIncident",
    "webhooks.update",
    "webhooks.rotate",
    "webhooks.switch",
    "webhooks.remove",
    "webhooks.test",
    "webhooks.delivery",
    "webhooks.replay",
  ],
} as const;
