import type { Actor } from "@/platform/auth/actor";
import { AppError } from "@/platform/errors";
import type { ReadSession } from "@/trpc/context";

const person = (role: Actor["role"]): Actor => ({
  id: `01980000-0000-7000-8000-00000000000${role.length}`,
  role,
  audience: role,
  organizationId: null,
  name: `A ${role}`,
  email: `${role}@example.com`,
});

/** A session reader whose cookie says who it is: `who=agent`; `who=broken` is a store that is away. */
export const readCookie: ReadSession = async (cookieHeader) => {
  const who = /who=(\w+)/.exec(cookieHeader)?.[1];
  if (who === "broken") throw new AppError("session_store_unavailable");
  return who === "customer" || who === "agent" || who === "admin" ? person(who) : null;
};
