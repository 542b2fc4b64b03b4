import type { Course } from "../course";
import { app } from "./app";
import { business } from "./business";
import { devices } from "./devices";
import { german } from "./german";
import { growing } from "./growing";
import { norwegian } from "./norwegian";
import { orders } from "./orders";
import { payments } from "./payments";

/** All but the firmware fault, which has a time of its own. */
export const courses: readonly Course[] = [
  ...orders,
  ...payments,
  ...app,
  ...devices,
  ...growing,
  ...business,
  ...german.map((each) => ({ ...each, weight: each.weight * 0.8 })),
  ...norwegian.map((each) => ({ ...each, weight: each.weight * 0.7 })),
];
