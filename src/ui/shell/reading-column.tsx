import type { ReactNode } from "react";

interface ReadingColumnProps {
  /** Where it is not the document's own. */
  readonly language?: string | undefined;
  readonly direction?: "ltr" | "rtl" | undefined;
  readonly logo: ReactNode;
  readonly nav?: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** The portal's one column: larger text and 44 px targets for everybody. */
export function ReadingColumn(props: ReadingColumnProps) {
  const { language, direction, logo, nav, foot, children } = props;
  return (
    <div
      lang={language}
      dir={direction}
      data-audience="portal"
      className="flex min-h-dvh flex-col bg-canvas"
    >
      <header className="border-line border-b bg-surface">
        <div className="mx-auto flex w-full max-w-large flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-2">
          {logo}
          {nav}
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[calc(72ch+2rem)] flex-1 px-4 py-6 md:py-12"
      >
        {children}
      </main>
      {foot && (
        <footer className="border-line border-t bg-surface">
          <div className="mx-auto w-full max-w-large px-4 py-4 text-ink-2 text-ui">{foot}</div>
        </footer>
      )}
    </div>
  );
}
