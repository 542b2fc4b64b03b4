import { troubleWords as words } from "@/modules/conversations/components/portal/trouble-words";
import { ButtonLink } from "@/ui/button-link";
import { EmptyState } from "@/ui/empty-state";

export default function PortalNotFound() {
  return (
    <EmptyState
      level={1}
      title={words.missingTitle}
      action={<ButtonLink href="/portal">{words.home}</ButtonLink>}
    >
      {words.missingText}
    </EmptyState>
  );
}
