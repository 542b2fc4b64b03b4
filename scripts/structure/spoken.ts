import { moduleNames } from "./house";

/** What customers read, and what says it: their language is not ours to choose. */
export const spoken = {
  messages: "src/platform/i18n/messages/en/",
  /** Their keys are codes that a server or a row names. */
  byCode: ["src/platform/i18n/messages/en/refusal.json"],
  places: [
    "src/app/portal/",
    "src/app/sign-in/",
    "src/app/sign-up/",
    "src/app/reset-password/",
    "src/app/verify/",
    "src/app/invitation/",
    "src/app/setup/",
    "src/modules/identity/components/*.tsx",
    "src/modules/fields/components/asked-fields.tsx",
    ...moduleNames.map((name) => `src/modules/${name}/components/portal/`),
  ],
  /** May be read from right to left, too. */
  sides: ["src/ui/"],
  /** The console's settings stand in the same folder. */
  except: ["src/modules/identity/components/zone-setting.tsx"],
} as const;
