import pg from "pg";
import { limits } from "@/platform/limits";
import { directUrl } from "./pools";

/** Listens on a connection of its own and connects again when it breaks; the poll is the net. */
export function listenTo(channel: string, wake: () => void): () => Promise<void> {
  let client: pg.Client | null = null;
  let closed = false;
  const connect = async () => {
    if (closed) return;
    const next = new pg.Client({
      connectionString: directUrl(),
      application_name: "insightdesk-relay",
    });
    let again = false;
    const later = () => {
      if (again || closed) return;
      again = true;
      setTimeout(() => void connect(), limits.relayPollMs);
    };
    next.on("error", later);
    next.on("end", later);
    next.on("notification", wake);
    try {
      await next.connect();
      client = next;
      if (closed) return void (await next.end());
      await next.query(`listen ${channel}`);
      wake();
    } catch {
      // What came half-way must not stay open beside the next one.
      await next.end().catch(() => undefined);
      later();
    }
  };
  void connect();
  return async () => {
    closed = true;
    await client?.end().catch(() => undefined);
  };
}
