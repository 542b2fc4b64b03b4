import type { Say } from "@/platform/i18n/types";
import { buttonClass } from "@/ui/button-class";
import { fullTime } from "@/ui/format/time";
import { PlainButton } from "@/ui/plain-button";

interface ExportPartProps {
  readonly say: Say<"data">;
  readonly latest: {
    id: string;
    state: "making" | "ready" | "expired";
    expiresAt: string;
    done: number;
    total: number;
  } | null;
  readonly mayAsk: boolean;
  readonly at: { zone: string; locale: string };
  readonly trouble: string | null;
  readonly action: () => Promise<void>;
}

/** A copy of one's data: asked for, made, there for a week. */
export function ExportPart({ say, latest, mayAsk, at, trouble, action }: ExportPartProps) {
  const isReady = latest?.state === "ready";
  return (
    <section aria-labelledby="export-title" className="flex flex-col items-start gap-3">
      <h2 id="export-title" className="text-heading">
        {say("exportTitle")}
      </h2>
      <p className="text-body">{say("exportText")}</p>
      {trouble !== null && (
        <p role="alert" className="border-bad border-s-2 ps-2 text-bad text-ui">
          {trouble}
        </p>
      )}
      {latest?.state === "making" && (
        <p role="status" className="text-ui">
          {say("making", { done: String(latest.done), total: String(latest.total) })}{" "}
          <a href="/portal/account/data" className="text-link underline">
            {say("refresh")}
          </a>
        </p>
      )}
      {isReady && (
        <>
          <p className="text-ui">
            {say("ready", { until: fullTime(new Date(latest.expiresAt), at) })}
          </p>
          <a href={`/portal/account/data/${latest.id}`} download className={buttonClass("primary")}>
            {say("download")}
          </a>
        </>
      )}
      {latest?.state === "expired" && <p className="text-ui">{say("gone")}</p>}
      {mayAsk ? (
        <form action={action}>
          <PlainButton type="submit">{say("exportAsk")}</PlainButton>
        </form>
      ) : (
        <p className="text-ink-2 text-small">{say("once")}</p>
      )}
    </section>
  );
}
