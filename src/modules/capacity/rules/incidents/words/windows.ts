import type { BurnWindow } from "../../figures/burn-windows";

/** The windows of burn rates, as people say them. */
export const windowWords = {
  en: { "5m": "5 min", "30m": "30 min", "1h": "1 hour", "6h": "6 hours", "3d": "3 days" },
  de: { "5m": "5 min", "30m": "30 min", "1h": "1 Stunde", "6h": "6 Stunden", "3d": "3 Tage" },
  es: { "5m": "5 min", "30m": "30 min", "1h": "1 hora", "6h": "6 horas", "3d": "3 días" },
} as const satisfies Record<string, Record<BurnWindow, string>>;
