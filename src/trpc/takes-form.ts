import type { AnyProcedure } from "@trpc/server";

/** Whether a procedure declared that its body is a form or a file (see `ProcedureMeta`). */
export function takesForm(procedure: AnyProcedure | null): boolean {
  const meta: unknown = procedure?._def.meta;
  return typeof meta === "object" && meta !== null && "body" in meta && meta.body === "form";
}
