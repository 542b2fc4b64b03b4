import { env } from "@/platform/env";
import { log } from "@/platform/log";
import { cancelled, done, type Processor, processes } from "@/platform/queues";
import { playDemo } from "../jobs";
import { act } from "./act";

export const demoProcessors: readonly Processor[] = [
  processes(playDemo, async (play) => {
    if (!env().DEMO_MODE) return cancelled("There is no demo here");
    // It goes on by itself: a job that lasts ten minutes would hold up a worker that wants to end.
    void act(play).catch((err: unknown) => log().warn({ err }, "the demo does not act"));
    return done();
  }),
];
