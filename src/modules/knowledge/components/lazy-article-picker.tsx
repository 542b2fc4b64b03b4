"use client";

import { lazy } from "react";

/** Comes when somebody asks for it, inside a dialog and a Suspense of the one who shows it. */
export const ArticlePicker = lazy(() => import("./desk/article-picker"));
