import { TRPCError } from "@trpc/server";
import { afterEach, expect, test, vi } from "vitest";
import { AppError } from "@/platform/errors";
import { log } from "@/platform/log";
import { openContext } from "./context";
import { asTrpcError } from "./errors";
import { reportFailure } from "./report";

const opened = () =>
  openContext(
    { method: "GET", operation: "tickets.get", header: () => undefined, address: "test" },
    async () => null,
  );
const logged = vi.spyOn(log(), "error").mockImplementation(() => undefined);
afterEach(() => logged.mockClear());

test("a reading that was stopped because its caller had gone is no failure", () => {
  const ctx = opened();
  ctx.abandon();
  const error = asTrpcError(new AppError("request_timeout"));
  reportFailure({ error, path: "tickets.get", ctx });
  expect(logged).not.toHaveBeenCalled();
  ctx.close();
});

test("one that took too long is, and so is a fault whose caller had gone", () => {
  const late = opened();
  reportFailure({ error: asTrpcError(new AppError("request_timeout")), path: "x", ctx: late });
  late.abandon();
  const fault = new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: new Error("broken") });
  reportFailure({ error: fault, path: "x", ctx: late });
  expect(logged).toHaveBeenCalledTimes(2);
  late.close();
});
