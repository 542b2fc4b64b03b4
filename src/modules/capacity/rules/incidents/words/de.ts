import { figures, listed, momentIn } from "./figure";
import type { IncidentWords } from "./types";
import { windowWords } from "./windows";

const moment = momentIn("de");
const windows = windowWords.de;
const figure = figures.abroad;
const rounded = figures.number.abroad;

const indicators: Readonly<
  Record<Parameters<IncidentWords["indicator"]>[0]["name"], readonly [string, string]>
> = {
  cpu: ["Prozessorlast", "Weitere Server dazunehmen"],
  memory: ["Speicherverbrauch", "Mehr Speicher geben oder Server dazunehmen"],
  responseMsP95: ["Antwortzeit (p95)", "Beschleunigen oder Server dazunehmen"],
  errorRate: ["Fehlerrate", "Der Ursache nachgehen, vielleicht Server dazunehmen"],
  queueDepth: ["Länge der Warteschlange", "Worker dazunehmen"],
  connectionPool: ["Verbindungspool", "Den Pool vergrößern oder Replikate dazunehmen"],
};
const promises: Readonly<Record<Parameters<IncidentWords["budget"]>[0]["promise"], string>> = {
  availability: "Verfügbarkeit",
  apiP50: "Antwortzeit der API (p50)",
  apiP95: "Antwortzeit der API (p95)",
  apiP99: "Antwortzeit der API (p99)",
  delivery: "Laufzeit der Live-Nachrichten",
  errorRate: "Fehlerrate",
  queueP95: "Bearbeitungszeit der Warteschlangen (p95)",
  firstResponse: "Erste Antwort rechtzeitig",
  nextResponse: "Nächste Antwort rechtzeitig",
  resolution: "Lösung rechtzeitig",
};
const watches: Readonly<
  Record<Parameters<IncidentWords["upkeep"]>[0]["name"], readonly [string, string]>
> = {
  insightdesk_dead_rows_share: [
    "Tote Zeilen, die niemand aufräumt",
    "Nachsehen, ob Autovacuum läuft und was es aufhält: eine alte Transaktion oder ein Slot",
  ],
  insightdesk_transaction_age_share: [
    "Verbrauchte Transaktionsnummern seit der ältesten ungefrorenen Zeile",
    "Autovacuum alte Zeilen einfrieren lassen oder VACUUM FREEZE ausführen, bevor sich die Datenbank selbst anhält",
  ],
  insightdesk_oldest_transaction_ms: [
    "Alter der ältesten offenen Transaktion",
    "Die Sitzung beenden, die sie hält: bis dahin wird nichts Jüngeres aufgeräumt",
  ],
  insightdesk_replication_slot_bytes: [
    "Log, das für einen Replikations-Slot aufgehoben wird",
    "Das Replikat zurückholen, oder seinen Slot löschen, wenn es nicht wiederkommt",
  ],
  insightdesk_disk_free_share: [
    "Freier Platz unter den Dateien",
    "Platz schaffen oder die Platte vergrößern",
  ],
};

export const german: IncidentWords = {
  indicator: ({ name, now, worst, warning, critical }) => {
    const [words, action] = indicators[name];
    return {
      title: `${words}: hoch`,
      says:
        now === null
          ? `${words}: nicht gemessen.`
          : `${figure(now)} bei ${worst}; Warnung über ${figure(warning)}, kritisch über ${figure(critical)}.`,
      action,
    };
  },
  budget: ({ promise, isSupport, burns, endsMs }) => {
    const words = promises[promise];
    const gone =
      endsMs === null
        ? ""
        : ` Geht es so weiter, ist das Budget am ${moment(endsMs).day} um ${moment(endsMs).time} verbraucht.`;
    return {
      title: `Das Fehlerbudget von „${words}“ wird zu schnell verbraucht`,
      says:
        burns === null
          ? `${words}: eingehalten.`
          : `${rounded(burns.rate)}-mal so schnell wie erlaubt, über ${windows[burns.long]} und ${windows[burns.short]}.${gone}`,
      action: isSupport
        ? "Nachsehen, wo die Minuten der gebrochenen Zusagen blieben, bei Menschen oder Maschinen"
        : "Nachsehen, was es verbraucht, und das beheben oder zurücknehmen",
    };
  },
  upkeep: ({ name, side, now, what, warning, critical }) => {
    const [words, action] = watches[name];
    const beyond = side === "above" ? "über" : "unter";
    return {
      title: `${words}: ${side === "above" ? "zu viel" : "zu wenig"}`,
      says:
        now === null
          ? `${words}: nicht gemessen.`
          : `${figure(now)}${what === "" ? "" : ` bei ${what}`}; Warnung ${beyond} ${figure(warning)}, kritisch ${beyond} ${figure(critical)}.`,
      action,
    };
  },
  outboxAge: (seconds) => ({
    title: "Was geschieht, wird verspätet gemeldet",
    says: `Das älteste noch nicht gemeldete Ereignis wartet seit ${rounded(seconds)} s.`,
    action: "Nachsehen, ob ein Worker läuft und der Speicher der Warteschlangen antwortet",
  }),
  parked: (count) => ({
    title: "Ereignisse konnten nicht gemeldet werden",
    says: `${count === 1 ? "1 Ereignis wartet" : `${count} Ereignisse warten`} darauf, dass jemand nachsieht; jede Stunde wird es neu versucht.`,
    action: "Im Log des Workers den Grund lesen",
  }),
  certificate: (days) => ({
    title: "Das Zertifikat läuft bald ab",
    says: `Das Zertifikat der öffentlichen Adresse gilt noch ${rounded(days)} Tage.`,
    action: "Es erneuern",
  }),
  partitions: (months) => ({
    title: "Der Datenbank fehlen Monate",
    says: `${months} nahe Monate haben keine Partition, oder Zeilen ohne eine.`,
    action: "Das Log des Workers lesen: es nennt die Monate und den Grund",
  }),
  webhook: (name) => ({
    title: `Der Webhook ${name} wurde abgeschaltet`,
    says: "Drei Tage lang kam nichts dort an, oder er sagte, dass es ihn nicht mehr gibt.",
    action: "Den Empfänger in Ordnung bringen und den Webhook wieder einschalten",
  }),
  silent: ({ kind, none, ids, all }) => ({
    title: none ? `Kein ${kind}-Prozess antwortet` : `Ein ${kind}-Prozess sagt nichts mehr`,
    says: `${ids.length} von ${all} ${kind}-Prozessen sind still: ${listed(ids)}.`,
    action: "Nachsehen, ob er läuft, und ihn neu starten",
  }),
  check: ({ name, ids, reason }) => ({
    title: `Die Prüfung „${name}“ schlägt fehl`,
    says: `Bei ${listed(ids)}${reason === undefined ? "" : `: „${reason}“`}.`,
    action: "Den Prozess ansehen; in seinem Log steht der Grund",
  }),
  stale: (ids) => ({
    title: "Ein Prozess schreibt nicht auf, was er misst",
    says: `${listed(ids)}: was davon gezeigt wird, ist unbekannt und nicht null.`,
    action: "Nachsehen, ob die Datenbank es annimmt und ob seine Uhr stimmt",
  }),
  ahead: (ids) => ({
    title: "Uhren gehen verschieden",
    says: `${listed(ids)} schreibt Zeiten, die erst noch kommen.`,
    action: "Die Uhr des Rechners einem Zeitserver folgen lassen",
  }),
};
