import { figures, listed, momentIn } from "./figure";
import type { IncidentWords } from "./types";
import { windowWords } from "./windows";

const moment = momentIn("es");
const windows = windowWords.es;
const figure = figures.abroad;
const rounded = figures.number.abroad;

const indicators: Readonly<
  Record<Parameters<IncidentWords["indicator"]>[0]["name"], readonly [string, string]>
> = {
  cpu: ["Uso de CPU", "Añadir servidores"],
  memory: ["Uso de memoria", "Dar más memoria o añadir servidores"],
  responseMsP95: ["Tiempo de respuesta (p95)", "Optimizar o añadir servidores"],
  errorRate: ["Tasa de errores", "Buscar la causa y, si hace falta, añadir servidores"],
  queueDepth: ["Longitud de la cola", "Añadir workers"],
  connectionPool: ["Grupo de conexiones", "Ampliarlo o añadir réplicas"],
};
const promises: Readonly<Record<Parameters<IncidentWords["budget"]>[0]["promise"], string>> = {
  availability: "Disponibilidad",
  apiP50: "Tiempo de respuesta de la API (p50)",
  apiP95: "Tiempo de respuesta de la API (p95)",
  apiP99: "Tiempo de respuesta de la API (p99)",
  delivery: "Latencia de los mensajes en vivo",
  errorRate: "Tasa de errores",
  queueP95: "Tiempo de proceso de las colas (p95)",
  firstResponse: "Primera respuesta a tiempo",
  nextResponse: "Siguiente respuesta a tiempo",
  resolution: "Solución a tiempo",
};
const watches: Readonly<
  Record<Parameters<IncidentWords["upkeep"]>[0]["name"], readonly [string, string]>
> = {
  insightdesk_dead_rows_share: [
    "Filas muertas sin limpiar",
    "Mirar si autovacuum funciona y qué lo retiene: una transacción antigua o un slot",
  ],
  insightdesk_transaction_age_share: [
    "Números de transacción usados desde la fila sin congelar más antigua",
    "Dejar que autovacuum congele las filas antiguas, o ejecutar VACUUM FREEZE, antes de que la base de datos se pare sola",
  ],
  insightdesk_oldest_transaction_ms: [
    "Edad de la transacción abierta más antigua",
    "Cerrar la sesión que la retiene: hasta entonces no se limpia nada más reciente",
  ],
  insightdesk_replication_slot_bytes: [
    "Registro guardado para un slot de replicación",
    "Recuperar la réplica, o borrar su slot si no va a volver",
  ],
  insightdesk_disk_free_share: [
    "Espacio libre para los archivos",
    "Hacer sitio o ampliar el disco",
  ],
};

export const spanish: IncidentWords = {
  indicator: ({ name, now, worst, warning, critical }) => {
    const [words, action] = indicators[name];
    return {
      title: `${words}: nivel alto`,
      says:
        now === null
          ? `${words}: sin medir.`
          : `${figure(now)} en ${worst}; aviso por encima de ${figure(warning)}, crítico por encima de ${figure(critical)}.`,
      action,
    };
  },
  budget: ({ promise, isSupport, burns, endsMs }) => {
    const words = promises[promise];
    const gone =
      endsMs === null
        ? ""
        : ` A este ritmo, el margen se agota el ${moment(endsMs).day} a las ${moment(endsMs).time}.`;
    return {
      title: `El margen de error de «${words}» se gasta demasiado rápido`,
      says:
        burns === null
          ? `${words}: se cumple.`
          : `${rounded(burns.rate)} veces más rápido de lo permitido, en ${windows[burns.long]} y ${windows[burns.short]}.${gone}`,
      action: isSupport
        ? "Mirar en qué se fueron los minutos de los plazos incumplidos, personas o máquinas"
        : "Mirar qué lo gasta y arreglarlo o deshacerlo",
    };
  },
  upkeep: ({ name, side, now, what, warning, critical }) => {
    const [words, action] = watches[name];
    const beyond = side === "above" ? "por encima de" : "por debajo de";
    return {
      title: `${words}: ${side === "above" ? "demasiado" : "demasiado poco"}`,
      says:
        now === null
          ? `${words}: sin medir.`
          : `${figure(now)}${what === "" ? "" : ` en ${what}`}; aviso ${beyond} ${figure(warning)}, crítico ${beyond} ${figure(critical)}.`,
      action,
    };
  },
  outboxAge: (seconds) => ({
    title: "Lo que ocurre se comunica tarde",
    says: `El suceso más antiguo sin publicar lleva esperando ${rounded(seconds)} s.`,
    action: "Mirar si hay un worker en marcha y si el almacén de las colas responde",
  }),
  parked: (count) => ({
    title: "No se pudieron publicar sucesos",
    says: `${count === 1 ? "1 suceso espera" : `${count} sucesos esperan`} a que alguien lo mire; se intenta de nuevo cada hora.`,
    action: "Leer el motivo en el registro del worker",
  }),
  certificate: (days) => ({
    title: "El certificado caduca pronto",
    says: `El certificado de la dirección pública vale ${rounded(days)} días más.`,
    action: "Renovarlo",
  }),
  partitions: (months) => ({
    title: "Faltan meses en la base de datos",
    says: `${months} meses próximos no tienen partición, o hay filas sin ella.`,
    action: "Leer el registro del worker: dice qué meses y por qué",
  }),
  webhook: (name) => ({
    title: `El webhook ${name} se ha desactivado`,
    says: "Durante tres días no le llegó nada, o dijo que ya no existe.",
    action: "Arreglar el receptor y volver a activar el webhook",
  }),
  silent: ({ kind, none, ids, all }) => ({
    title: none
      ? `Ningún proceso de tipo ${kind} responde`
      : `Un proceso de tipo ${kind} ya no dice nada`,
    says: `${ids.length} de ${all} procesos de tipo ${kind} están callados: ${listed(ids)}.`,
    action: "Mirar si está en marcha y arrancarlo de nuevo",
  }),
  check: ({ name, ids, reason }) => ({
    title: `La comprobación «${name}» falla`,
    says: `En ${listed(ids)}${reason === undefined ? "" : `: «${reason}»`}.`,
    action: "Mirar el proceso; el motivo está en su registro",
  }),
  stale: (ids) => ({
    title: "Un proceso no escribe lo que mide",
    says: `${listed(ids)}: lo que se muestra de él es desconocido, no cero.`,
    action: "Mirar si la base de datos acepta lo que escribe y si su reloj va bien",
  }),
  ahead: (ids) => ({
    title: "Los relojes no coinciden",
    says: `${listed(ids)} escribe horas que aún no han llegado.`,
    action: "Hacer que el reloj de la máquina siga a un servidor de hora",
  }),
};
