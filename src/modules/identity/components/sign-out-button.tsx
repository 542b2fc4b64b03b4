import type { ReactNode } from "react";
import { PlainButton } from "@/ui/plain-button";

interface SignOutButtonProps {
  readonly className?: string | undefined;
  /** The words on it where they are not English. */
  readonly children?: ReactNode;
}

/** Ends this session; a plain form, so that it works before and without any script. */
export function SignOutButton({ className, children = "Sign out" }: SignOutButtonProps) {
  return (
    <form method="post" action="/api/auth/sign-out" className={className}>
      <PlainButton type="submit" variant="quiet">
        {children}
      </PlainButton>
    </form>
  );
}
