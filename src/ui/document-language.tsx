"use client";

import { useEffect } from "react";

interface DocumentLanguageProps {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
}

/**
 * Tells the whole document in which language it speaks while these pages are open; what is mounted
 * on its body, such as hints, speaks it, too. The console is English again when they are left.
 */
export function DocumentLanguage({ language, direction }: DocumentLanguageProps) {
  useEffect(() => {
    const { documentElement: html } = document;
    html.lang = language;
    html.dir = direction;
    return () => {
      html.lang = "en";
      html.dir = "ltr";
    };
  }, [language, direction]);
  return null;
}
