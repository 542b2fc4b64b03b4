import type { Language } from "@/platform/mailer/letters";

/** What an agent might answer, for the preview of a letter that carries it. */
export const exampleMessage: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "The vent opens again when you hold its button for five seconds.",
    "Tell us if it does not.",
  ],
  de: [
    "Die Lüftung öffnet sich wieder, wenn Sie ihren Knopf fünf Sekunden lang halten.",
    "Sagen Sie uns, wenn sie es nicht tut.",
  ],
  es: [
    "La ventilación vuelve a abrirse si mantiene pulsado su botón cinco segundos.",
    "Díganos si no lo hace.",
  ],
};

/** What stands in letters of the house, which carry no message of a customer. */
export const houseExamples: Readonly<
  Record<Language, Readonly<Record<string, readonly string[]>>>
> = {
  en: {
    notice: ["Anna Kowalska wrote: “The vent opens again.”"],
    digest: [
      "#10421 The vent jams: Anna Kowalska wrote: “The vent opens again.”",
      "#10398 No water since noon: Mia Solberg assigned it to you.",
    ],
    incident: [
      "Critical: What happened is told late. The oldest event that is not published has waited 75 s. To do: See whether a worker runs and the queues' store answers.",
    ],
  },
  de: {
    notice: ["Anna Kowalska hat geschrieben: „Die Lüftung öffnet sich wieder.“"],
    digest: [
      "#10421 Die Lüftung klemmt: Anna Kowalska hat geschrieben: „Die Lüftung öffnet sich wieder.“",
      "#10398 Kein Wasser seit Mittag: Mia Solberg hat es Ihnen zugewiesen.",
    ],
    incident: [
      "Kritisch: Was geschieht, wird verspätet gemeldet. Das älteste noch nicht gemeldete Ereignis wartet seit 75 s. Zu tun: Nachsehen, ob ein Worker läuft und der Speicher der Warteschlangen antwortet.",
    ],
  },
  es: {
    notice: ["Anna Kowalska ha escrito: «La ventilación vuelve a abrirse.»"],
    digest: [
      "#10421 La ventilación se atasca: Anna Kowalska ha escrito: «La ventilación vuelve a abrirse.»",
      "#10398 Sin agua desde el mediodía: Mia Solberg se lo ha asignado.",
    ],
    incident: [
      "Crítico: Lo que ocurre se comunica tarde. El suceso más antiguo sin publicar lleva esperando 75 s. Qué hacer: Mirar si hay un worker en marcha y si el almacén de las colas responde.",
    ],
  },
};
