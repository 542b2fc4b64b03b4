import type { Language } from "@/platform/i18n/client";
import type { Accent } from "./rules/accent";
import type { Trouble } from "./rules/trouble";

/** What every page shows of the installation. */
export type WorkspaceLook = {
  name: string;
  accent: Accent | null;
  /** Where the logo is; null without one. Another logo has another address. */
  logo: string | null;
  languages: Language[];
  /** What customers should know of before they ask. */
  trouble: Trouble;
};

export type WorkspaceSettings = {
  version: number;
  name: string;
  accent: string | null;
  logo: string | null;
  languages: Language[];
  colleaguesShare: boolean;
  trouble: Trouble;
  changes: {
    id: string;
    at: string;
    by: string;
    field: string;
    before: string;
    after: string;
  }[];
};
