"use client";

import { useMemo } from "react";
import { useFields } from "@/modules/fields/components/use-fields";
import { type FilterFields, filterFields } from "./filter-text";

/** What filters may name here and now. */
export function useFilterFields(): FilterFields {
  const custom = useFields();
  return useMemo(() => filterFields(custom), [custom]);
}
