"use client";

import { useState, useTransition } from "react";
import { RadioGroup } from "../radio-group";
import { Switch } from "../switch";
import { toast } from "../toast-store";
import type { Appearance } from "./appearance";
import { applyAppearance, shownAppearance } from "./apply";

interface AppearanceSettingsProps {
  /** What is chosen now, from the cookie. */
  readonly initial: Appearance;
}

const themes = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

/** A choice shows at once and is kept for the next page. */
function useAppearance(initial: Appearance) {
  const [appearance, setAppearance] = useState(initial);
  const [, startSaving] = useTransition();

  const choose = (change: Partial<Appearance>) => {
    // Another setting of the page may have chosen meanwhile.
    const next = { ...shownAppearance(), ...change };
    setAppearance(next);
    startSaving(async () => {
      try {
        await applyAppearance(next);
      } catch {
        toast({
          tone: "bad",
          text: "Not saved: the server did not answer. This page keeps the look; choose it again to save it.",
        });
      }
    });
  };
  return { appearance, choose };
}

/** Whether single keys act; the palette does all that they do. */
export function KeySettings({ initial }: AppearanceSettingsProps) {
  const { appearance, choose } = useAppearance(initial);
  return (
    <Switch
      label="Single keys"
      hint="Letters act outside of fields. Without them, Ctrl+K and the buttons do the same."
      checked={appearance.keys !== "off"}
      onCheckedChange={(on) => choose({ keys: on ? undefined : "off" })}
    />
  );
}

/** Theme, contrast and density; each choice shows and is saved at once. */
export function AppearanceSettings({ initial }: AppearanceSettingsProps) {
  const { appearance, choose } = useAppearance(initial);
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup
        label="Theme"
        name="theme"
        options={themes}
        value={appearance.theme ?? "system"}
        onValueChange={(theme) =>
          choose({ theme: theme === "light" || theme === "dark" ? theme : undefined })
        }
      />
      <Switch
        label="More contrast"
        hint="Stronger words, lines and focus. The system's own setting counts too."
        checked={appearance.contrast === "more"}
        onCheckedChange={(more) => choose({ contrast: more ? "more" : undefined })}
      />
      <Switch
        label="Compact rows"
        hint="One line a row and smaller controls; touch keeps its size."
        checked={appearance.density === "compact"}
        onCheckedChange={(compact) => choose({ density: compact ? "compact" : undefined })}
      />
    </div>
  );
}
