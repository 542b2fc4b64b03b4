"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { monotonicMs } from "@/platform/clock";
import type { LiveConnection } from "./connection";

const LiveContext = createContext<LiveConnection | null>(null);

/** The page's connection; null until it is loaded, after the first paint. */
export function useLiveConnection(): LiveConnection | null {
  return useContext(LiveContext);
}

const openConnection = async (url: string): Promise<LiveConnection> => {
  const [{ io }, { LiveConnection }] = await Promise.all([
    import("socket.io-client"),
    import("./connection"),
  ]);
  const socket = io(url, {
    withCredentials: true,
    transports: ["websocket", "polling"],
    autoConnect: false,
    reconnectionDelay: 250,
    // A cut is mended within three seconds of its end, the wait between two tries included.
    reconnectionDelayMax: 1_000,
    timeout: 5_000,
    randomizationFactor: 0.5,
  });
  return new LiveConnection(socket, monotonicMs);
};

/** Holds the one socket of the page, so that what others do appears by itself. */
export function LiveProvider({ url, children }: { url: string; children: ReactNode }) {
  const [connection, setConnection] = useState<LiveConnection | null>(null);
  useEffect(() => {
    let opened: LiveConnection | null = null;
    let gone = false;
    void openConnection(url).then((live) => {
      opened = live;
      if (gone) live.close();
      else setConnection(live);
    });
    return () => {
      gone = true;
      opened?.close();
    };
  }, [url]);
  return <LiveContext value={connection}>{children}</LiveContext>;
}
