import type { incidentOpened } from "@/modules/capacity";

type Incident = NonNullable<ReturnType<typeof incidentOpened.read>>;
type Said = Pick<Incident, "title" | "says" | "action">;

const inEnglish = { over: "It has been in order for a while.", todo: "To do" };
const abroad = {
  de: { over: "Seit einer Weile ist alles in Ordnung.", todo: "Zu tun" },
  es: { over: "Lleva un rato en orden.", todo: "Qué hacer" },
} as const;

/** An incident as those who run the installation are told of it, in every language of letters. */
export function operatorNotice(incident: Incident, over: boolean) {
  const told = ({ title, says, action }: Said, words: { over: string; todo: string }) => ({
    title,
    says: over ? words.over : `${says} ${words.todo}: ${action}.`,
  });
  return {
    level: over ? ("good" as const) : incident.level,
    ...told(incident, inEnglish),
    path: `/admin/incidents/${incident.incidentId}`,
    abroad:
      incident.abroad === null
        ? null
        : { de: told(incident.abroad.de, abroad.de), es: told(incident.abroad.es, abroad.es) },
  };
}
