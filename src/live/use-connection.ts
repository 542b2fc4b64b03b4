"use client";

import { useCallback, useSyncExternalStore } from "react";
import type { ConnectionState } from "./connection";
import { useLiveConnection } from "./provider";

/** Whether what is on the screen is live. */
export function useConnectionState(): ConnectionState {
  const connection = useLiveConnection();
  const subscribe = useCallback(
    (changed: () => void) => connection?.onState(changed) ?? (() => undefined),
    [connection],
  );
  const read = (): ConnectionState => connection?.state ?? "connecting";
  return useSyncExternalStore(subscribe, read, () => "connecting");
}
