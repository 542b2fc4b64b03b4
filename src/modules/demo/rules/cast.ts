/** Who acts in the demo; the seed gives each of them a password, and nobody outside of the demo. */
export const cast = {
  mia: "mia@demo.insightdesk.local",
  jonas: "jonas@demo.insightdesk.local",
  /** Looks in on Mia's ticket. */
  colleague: "sverre@demo.insightdesk.local",
} as const;

export const demoPassword = "demo-demo-demo";
