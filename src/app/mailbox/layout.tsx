import type { ReactNode } from "react";
import { Strip } from "@/ui/strip";

export default function MailboxLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <Strip tone="note">Demo data</Strip>
      {children}
    </>
  );
}
