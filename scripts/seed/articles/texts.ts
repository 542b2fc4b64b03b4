import type { Language } from "@/modules/knowledge/client";

type Text = { title: string; body: string };
export type DemoArticle = {
  category: CategoryKey;
  internal?: true;
  /** Still being written: readers do not see it. */
  draft?: true;
  texts: Partial<Record<Language, Text>>;
};
export type CategoryKey = "start" | "sensors" | "plants" | "orders";

export const demoCategories: Readonly<
  Record<CategoryKey, Partial<Record<Language, [name: string, summary: string]>>>
> = {
  start: {
    en: ["First steps", "From the box to the first harvest."],
    de: ["Erste Schritte", "Vom Karton bis zur ersten Ernte."],
    es: ["Primeros pasos", "De la caja a la primera cosecha."],
  },
  sensors: {
    en: ["Sensors and hub", "Pairing, batteries, lights and what they mean."],
    de: ["Sensoren und Hub", "Koppeln, Batterien, Lichter und was sie bedeuten."],
    es: ["Sensores y hub", "Emparejar, pilas y qué significan las luces."],
  },
  plants: {
    en: ["Plants and climate", "Temperature, humidity and what grows well."],
    de: ["Pflanzen und Klima", "Temperatur, Feuchte und was gut wächst."],
  },
  orders: {
    en: ["Orders and returns", "Delivery, invoices, warranty and sending things back."],
    de: ["Bestellung und Rückgabe", "Lieferung, Rechnung, Garantie und Rücksendung."],
    es: ["Pedidos y devoluciones", "Entrega, facturas, garantía y devoluciones."],
  },
};
