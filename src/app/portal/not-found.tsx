import { sayOfPage } from "@/trpc/language";
import { ButtonLink } from "@/ui/button-link";
import { EmptyState } from "@/ui/empty-state";

export default async function PortalNotFound() {
  const say = await sayOfPage("trouble");
  return (
    <EmptyState
      level={1}
      title={say("missingTitle")}
      action={<ButtonLink href="/portal">{say("home")}</ButtonLink>}
    >
      {say("missingText")}
    </EmptyState>
  );
}
