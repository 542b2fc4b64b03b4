import { Row, Section } from "./section";

const grounds = [
  "bg-canvas",
  "bg-surface",
  "bg-raised",
  "bg-sunken",
  "bg-hover",
  "bg-selected",
  "bg-reply-paper",
];
const inks = ["text-ink", "text-ink-2", "text-ink-3", "text-link", "text-accent"];
const states = ["text-good", "text-warn", "text-bad", "text-info", "text-violet"];
const types = [
  "text-display",
  "text-title",
  "text-heading",
  "text-body",
  "text-ui",
  "text-ui font-semibold",
  "text-small",
  "font-mono text-ui",
];

export function Roles() {
  return (
    <Section title="Roles">
      <div className="grid gap-3 md:grid-cols-2 wide:grid-cols-4">
        {grounds.map((ground) => (
          <div key={ground} className={`${ground} rounded-card border border-line p-3`}>
            <p className="text-small">{ground}</p>
            <p className="text-ui">
              {[...inks, ...states].map((ink) => (
                <span key={ink} className={ink}>
                  {ink.replace("text-", "")}{" "}
                </span>
              ))}
            </p>
          </div>
        ))}
        <div className="rounded-card border border-note-edge border-dashed bg-note-paper p-3 text-note-ink">
          <p className="text-small">note-paper</p>
          <p className="text-ui">Internal note: I l 1, O 0, rn m</p>
        </div>
      </div>
      {types.map((type) => (
        <p key={type} className={type}>
          {type}: Illuminate 10,421 tickets, Łódź, Ærøskøbing, 0O 1lI
        </p>
      ))}
      <p className="text-body">
        Found in <mark>the passage</mark> with{" "}
        <a href="#roles" className="text-link underline">
          more words
        </a>
      </p>
      <Row>
        {[1, 2, 3, 4, 5, 6].map((place) => (
          <svg key={place} width="72" height="24" role="img" aria-label={`Chart ${place}`}>
            <title>{`Chart ${place}`}</title>
            <path
              d="M0 12H72"
              stroke={`var(--chart-${place})`}
              strokeWidth="3"
              strokeDasharray={["none", "8 4", "2 3", "12 3 2 3", "5 5", "1 5"][place - 1]}
            />
          </svg>
        ))}
      </Row>
    </Section>
  );
}
