export const roles = ["customer", "agent", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who asks. `audience` is the widest door that the role opens: an admin is an agent, too. */
export type Actor = {
  readonly id: string;
  readonly role: Role;
  readonly audience: "customer" | "agent" | "admin";
  /** Of a customer; people of the house belong to none. */
  readonly organizationId: string | null;
  readonly name: string;
  readonly email: string;
  /** Names the session, so that it can be ended; absent for actors that no session made. */
  readonly sessionToken?: string;
};

/** InsightDesk itself, for jobs that act for nobody. It has no row: histories name it in words. */
export const systemActor: Actor = {
  id: "00000000-0000-0000-0000-000000000000",
  role: "admin",
  audience: "admin",
  organizationId: null,
  name: "InsightDesk",
  email: "",
};
