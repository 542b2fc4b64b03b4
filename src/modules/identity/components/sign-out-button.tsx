import { Button } from "@/ui/button";

/** Ends this session; a plain form, so that it works before and without any script. */
export function SignOutButton({ className }: { readonly className?: string | undefined }) {
  return (
    <form method="post" action="/api/auth/sign-out" className={className}>
      <Button type="submit" variant="quiet">
        Sign out
      </Button>
    </form>
  );
}
