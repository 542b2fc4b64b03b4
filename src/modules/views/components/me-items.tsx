"use client";

import { Keyboard, LogOut, Settings } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMe } from "@/modules/tickets/components/me";
import { openKeys } from "@/ui/actions/open";
import { useKeysOf } from "@/ui/actions/use-actions";
import type { Appearance } from "@/ui/appearance/appearance";
import { applyAppearance, shownAppearance } from "@/ui/appearance/apply";
import {
  MenuCheckboxItem,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
} from "@/ui/menu";

const icon = { size: 16, "aria-hidden": true } as const;

/** How everything looks, the keys, and the way out; made when the menu opens. */
export function MeItems({ onSignOut }: { onSignOut: () => void }) {
  const me = useMe();
  const router = useRouter();
  const keysOf = useKeysOf();
  const [look, setLook] = useState<Appearance>(shownAppearance);
  const choose = (change: Partial<Appearance>) => {
    const next = { ...shownAppearance(), ...change };
    setLook(next);
    // The page shows it already; a cookie that could not be kept costs a choice, nothing more.
    applyAppearance(next).catch(() => undefined);
  };
  return (
    <>
      <MenuLabel>{me.email}</MenuLabel>
      <MenuSeparator />
      <MenuRadioGroup
        value={look.theme ?? "system"}
        onValueChange={(theme) =>
          choose({ theme: theme === "light" || theme === "dark" ? theme : undefined })
        }
      >
        <MenuRadioItem value="system">As the system</MenuRadioItem>
        <MenuRadioItem value="light">Light</MenuRadioItem>
        <MenuRadioItem value="dark">Dark</MenuRadioItem>
      </MenuRadioGroup>
      <MenuCheckboxItem
        checked={look.density === "compact"}
        onCheckedChange={(compact) => choose({ density: compact ? "compact" : undefined })}
      >
        Compact rows
      </MenuCheckboxItem>
      <MenuSeparator />
      <MenuItem icon={<Settings {...icon} />} onSelect={() => router.push("/me")}>
        Settings
      </MenuItem>
      <MenuItem icon={<Keyboard {...icon} />} keys={keysOf("keys.show")} onSelect={openKeys}>
        All keys
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<LogOut {...icon} />} onSelect={onSignOut}>
        Sign out
      </MenuItem>
    </>
  );
}
