"use client";

import { newId } from "@/platform/ids";
import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { useNow } from "@/ui/now-provider";
import { Time } from "@/ui/time";
import { toast } from "@/ui/toast-store";
import { type PeoplePlace, refreshMs, roleWords } from "./words";

/** Who was invited and has not come yet; nothing where there is nobody. */
export function InvitationList({ zone, locale }: PeoplePlace) {
  const now = useNow();
  const utils = trpc.useUtils();
  const query = trpc.identity.invitations.useQuery({}, { refetchInterval: refreshMs });
  const resend = trpc.identity.resendInvitation.useMutation();
  const revoke = trpc.identity.revokeInvitation.useMutation();
  const found = query.data?.invitations ?? [];
  if (found.length === 0) return null;

  const doing = async (work: Promise<unknown>, said: string) => {
    try {
      await work;
      toast({ text: said });
    } catch (error) {
      toast({ tone: "bad", text: error instanceof Error ? error.message : String(error) });
    }
    void utils.identity.invitations.invalidate();
    void utils.identity.staffCounts.invalidate();
  };

  return (
    <section aria-labelledby="invitations-heading" className="flex flex-col gap-3">
      <h2 id="invitations-heading" className="text-heading">
        Open invitations
      </h2>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {found.map((invitation) => {
          const isOver = Date.parse(invitation.expiresAt) <= now.getTime();
          const about = { invitationId: invitation.id };
          return (
            <li
              key={invitation.id}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2"
            >
              <span className="min-w-0 flex-[2_1_14rem]">
                <span className="block truncate text-ink text-ui">{invitation.email}</span>
                <span className="block text-ink-2 text-small">
                  {roleWords[invitation.role]}
                  {invitation.teams.length > 0 && ` in ${invitation.teams.join(", ")}`}
                  {invitation.invitedBy !== null && `, invited by ${invitation.invitedBy}`}
                </span>
              </span>
              <span className="text-small">
                <span className={isOver ? "text-warn" : "text-ink-2"}>
                  {isOver ? "Its time was over " : "Opens until "}
                  <Time
                    value={invitation.expiresAt}
                    now={now}
                    zone={zone}
                    locale={locale}
                    style={isOver ? "relative" : "day"}
                  />
                </span>
              </span>
              <span className="flex gap-2">
                <Button
                  aria-label={`Send the invitation of ${invitation.email} again`}
                  onClick={() =>
                    void doing(
                      resend.mutateAsync({ commandId: newId(), ...about }),
                      `Sent again to ${invitation.email}. The older link opens nothing now.`,
                    )
                  }
                >
                  Send again
                </Button>
                <Button
                  aria-label={`Take back the invitation of ${invitation.email}`}
                  onClick={() =>
                    void doing(
                      revoke.mutateAsync({ commandId: newId(), ...about }),
                      `The invitation of ${invitation.email} opens nothing any more.`,
                    )
                  }
                >
                  Take back
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
