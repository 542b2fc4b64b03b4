import Link from "next/link";
import type { ReactNode } from "react";

interface DoorPageProps {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

/** The pages before the house: one thing to do, nothing around it. */
export function DoorPage({ title, intro, above, below, children }: DoorPageProps) {
  return (
    <div data-audience="portal" className="flex min-h-dvh flex-col bg-canvas">
      {above}
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-[28rem] flex-1 flex-col gap-6 px-4 py-8 md:justify-center md:py-12"
      >
        <p className="text-heading text-ink">
          <Link href="/" className="text-accent">
            InsightDesk
          </Link>
        </p>
        <section className="rounded-card border border-line bg-surface p-4 md:p-8">
          <h1 className="text-display text-ink">{title}</h1>
          {intro && <p className="mt-2 text-body text-ink-2">{intro}</p>}
          <div className="mt-6">{children}</div>
        </section>
        {below && <div className="text-ink-2 text-ui">{below}</div>}
      </main>
    </div>
  );
}
