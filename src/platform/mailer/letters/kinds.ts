/**
 * Every mail that this product sends, and to whom. A mail of another kind cannot be queued, and each
 * of these has a letter whose words admins edit; a test compares the two.
 */
export const letterKinds = {
  acknowledgement: "customer",
  reply: "customer",
  merged: "customer",
  rating: "customer",
  "confirm-question": "customer",
  verify: "customer",
  reset: "customer",
  registered: "customer",
  "sign-in-link": "customer",
  "address-allow": "customer",
  "address-confirm": "customer",
  "address-changed": "customer",
  "address-taken": "customer",
  export: "customer",
  "account-deleted": "customer",
  side: "outsider",
  forward: "outsider",
  invitation: "colleague",
  notice: "colleague",
  digest: "colleague",
  incident: "colleague",
} as const satisfies Record<string, "customer" | "outsider" | "colleague">;

export type LetterKind = keyof typeof letterKinds;
