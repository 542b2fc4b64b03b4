interface SkipLinksProps {
  readonly label?: string | undefined;
  readonly links: readonly { readonly href: `#${string}`; readonly label: string }[];
}

/** The first stops of the Tab key, seen only while they have focus. */
export function SkipLinks({ label: name = "Skip", links }: SkipLinksProps) {
  return (
    <nav aria-label={name} className="contents">
      {links.map(({ href, label }) => (
        <a
          key={href}
          href={href}
          className="sr-only z-50 rounded-control bg-raised px-3 py-2 text-link text-ui shadow-float focus:not-sr-only focus:fixed focus:start-2 focus:top-2"
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
