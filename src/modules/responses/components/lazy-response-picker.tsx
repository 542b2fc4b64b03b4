"use client";

import { lazy } from "react";

/**
 * The picker of canned responses, for whoever writes on a ticket: it comes when somebody asks for
 * it, and stands inside a dialog and a Suspense of the one who shows it.
 */
export const ResponsePicker = lazy(() => import("./response-picker"));
