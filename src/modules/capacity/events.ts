import * as z from "zod";
import { defineEvent } from "@/platform/outbox";

const said = z.object({ title: z.string(), says: z.string(), action: z.string() });

/** What it says in the languages of letters beside that of the console. */
export const abroadSchema = z.object({ de: said, es: said });

const incident = z.object({
  incidentId: z.uuid(),
  subject: z.string(),
  level: z.enum(["warning", "critical"]),
  title: z.string(),
  says: z.string(),
  action: z.string(),
  openedAt: z.iso.datetime(),
  abroad: abroadSchema.nullable().default(null),
});

/** Something has been wrong for a while. */
export const incidentOpened = defineEvent({
  name: "incident.opened",
  version: 1,
  payload: incident,
});
/** What was a warning is critical now. */
export const incidentWorsened = defineEvent({
  name: "incident.worsened",
  version: 1,
  payload: incident,
});
/** Somebody knows of it. */
export const incidentAcknowledged = defineEvent({
  name: "incident.acknowledged",
  version: 1,
  payload: incident.extend({ by: z.object({ id: z.uuid(), name: z.string() }) }),
});
/** It has been in order for a while. */
export const incidentResolved = defineEvent({
  name: "incident.resolved",
  version: 1,
  payload: incident,
});
