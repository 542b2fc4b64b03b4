"use client";

import { useEffect, useState } from "react";

/** The zone of the browser goes along with a form: whoever begins here begins on their own clock. */
export function ZoneField() {
  const [zone, setZone] = useState("");
  useEffect(() => setZone(new Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return <input type="hidden" name="timeZone" value={zone} readOnly />;
}
