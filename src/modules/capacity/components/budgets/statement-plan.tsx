interface StatementPlanProps {
  readonly summary: string;
  readonly text: string | null;
  readonly plan: string | null;
}

const preClass = "max-w-prose overflow-x-auto rounded-control bg-sunken p-2 font-mono text-small";

/** A statement as it was sent, without the values in it, and how PostgreSQL goes about it. */
export function StatementPlan({ summary, text, plan }: StatementPlanProps) {
  return (
    <details>
      <summary className="text-ink-2">{summary}</summary>
      <div className="flex flex-col gap-2 py-2">
        {text !== null && <pre className={preClass}>{text.trim()}</pre>}
        {plan === null ? (
          <p className="text-ink-2 text-small">
            PostgreSQL gave no plan for it: it takes version 16, and a statement that can be planned
            without its values.
          </p>
        ) : (
          <pre className={preClass}>{plan}</pre>
        )}
      </div>
    </details>
  );
}
