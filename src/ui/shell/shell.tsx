"use client";

import { X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { cx } from "../cx";
import { IconButton } from "../icon-button";

interface ShellProps {
  readonly nav: ReactNode;
  readonly list?: ReactNode;
  /** The list fills the screen, and what it leads to comes in its place. */
  readonly wideList?: boolean | undefined;
  readonly listLabel?: string | undefined;
  readonly children: ReactNode;
  readonly mainLabel?: string | undefined;
  readonly context?: ReactNode;
  readonly contextLabel?: string | undefined;
  /** Not given: open beside the conversation where there is room, else closed. */
  readonly contextOpen?: boolean | undefined;
  readonly onContextOpenChange?: ((open: boolean) => void) | undefined;
  readonly bottomBar: ReactNode;
  /** A line about the state of everything, such as the lost connection. */
  readonly strip?: ReactNode;
  /** Which of the two a phone shows; the URL decides. */
  readonly show: "list" | "main";
}

/**
 * Navigation, list, main and context: four panes from 1360 px on; below, a rail and the context as
 * a drawer; below 768 px one pane over a bottom bar. Widths alone decide, in CSS, so the server
 * renders what the browser shows.
 */
export function Shell(props: ShellProps) {
  const { nav, list, children, bottomBar, strip, show, wideList = false } = props;
  const { listLabel = "List", mainLabel, context, contextLabel, contextOpen } = props;
  return (
    <div className="flex h-dvh flex-col bg-canvas">
      {strip}
      <div className="relative flex min-h-0 flex-1">
        <div className="relative hidden w-rail shrink-0 flex-col overflow-y-auto border-line border-e md:flex wide:w-nav">
          {nav}
        </div>
        <main className="contents">
          {list && (
            <section
              id="list"
              aria-label={listLabel}
              tabIndex={-1}
              className={cx(
                "min-w-0 flex-col border-line md:flex max-md:flex-1",
                wideList ? "md:flex-1" : "md:w-list md:shrink-0 md:border-e",
                show === "list" ? "flex" : "hidden",
              )}
            >
              {list}
            </section>
          )}
          <section
            id="main"
            aria-label={mainLabel}
            tabIndex={-1}
            className={cx(
              "relative min-w-0 flex-1 flex-col overflow-y-auto",
              list && show === "list" ? "hidden" : "flex",
              !wideList && "md:flex",
            )}
          >
            {children}
          </section>
        </main>
        {context && (
          <ContextPane
            label={contextLabel ?? "Context"}
            open={contextOpen}
            onOpenChange={props.onContextOpenChange}
          >
            {context}
          </ContextPane>
        )}
      </div>
      <div className="shrink-0 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden">
        {bottomBar}
      </div>
    </div>
  );
}

interface ContextPaneProps {
  readonly label: string;
  readonly open: boolean | undefined;
  readonly onOpenChange: ((open: boolean) => void) | undefined;
  readonly children: ReactNode;
}

function ContextPane({ label, open, onOpenChange, children }: ContextPaneProps) {
  const pane = useRef<HTMLElement>(null);
  const close = () => onOpenChange?.(false);
  // As a drawer it covers the conversation, so focus must not stay beneath it.
  const isDrawer = () =>
    pane.current !== null && getComputedStyle(pane.current).position === "absolute";
  return (
    <aside
      ref={pane}
      id="context"
      aria-label={label}
      tabIndex={-1}
      onBlur={(event) => {
        const to = event.relatedTarget;
        if (to !== null && !event.currentTarget.contains(to) && isDrawer()) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || !isDrawer()) return;
        event.preventDefault();
        close();
      }}
      className={cx(
        "flex-col overflow-y-auto border-line border-s bg-surface max-wide:absolute max-wide:inset-y-0 max-wide:end-0 max-wide:z-30 max-wide:animate-slide max-wide:shadow-float max-md:w-full md:w-context wide:shrink-0",
        open === undefined ? "hidden wide:flex" : open ? "flex" : "hidden",
      )}
    >
      <div className="flex justify-end p-1 wide:hidden">
        <IconButton
          name={`Close ${label.toLocaleLowerCase()}`}
          icon={<X size={16} aria-hidden="true" />}
          onClick={close}
        />
      </div>
      {children}
    </aside>
  );
}
