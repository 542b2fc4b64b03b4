"use client";

import { useSyncExternalStore } from "react";

/** State that a page shows and that what is loaded later changes. */
export type Store<State> = {
  get: () => State;
  set: (change: (state: State) => State) => void;
  subscribe: (listener: () => void) => () => void;
};

export function createStore<State>(first: State): Store<State> {
  const listeners = new Set<() => void>();
  let state = first;
  return {
    get: () => state,
    set(change) {
      state = change(state);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useStore<State>({ get, subscribe }: Store<State>): State {
  return useSyncExternalStore(subscribe, get, get);
}
