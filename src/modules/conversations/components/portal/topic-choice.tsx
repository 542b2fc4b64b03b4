import type { Say } from "@/platform/i18n/client";
import { buttonClass } from "@/ui/button-class";

interface TopicChoiceProps {
  readonly topics: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string | null;
  readonly subject: string;
  /** The number of the request that the question goes on with. */
  readonly about: number | null;
  readonly say: Say<"ask">;
}

/** What a question is about: each choice is a link to the form that it has, so no script is needed. */
export function TopicChoice({ topics, chosen, subject, about, say }: TopicChoiceProps) {
  if (topics.length === 0) return null;
  const hrefOf = (topic: string | null) => {
    const search = new URLSearchParams({
      ...(topic !== null && { topic }),
      ...(subject !== "" && { subject }),
      ...(about !== null && { about: String(about) }),
    }).toString();
    return search === "" ? "/portal/ask" : `/portal/ask?${search}`;
  };
  const link = (topic: string | null, name: string) => (
    <li key={topic ?? "other"}>
      <a
        href={hrefOf(topic)}
        aria-current={topic === chosen ? "true" : undefined}
        className={buttonClass(topic === chosen ? "primary" : "secondary")}
      >
        {name}
      </a>
    </li>
  );
  return (
    <nav aria-label={say("topics")} className="mb-6">
      <p className="mb-2 font-semibold text-ui">{say("topics")}</p>
      <ul className="flex flex-wrap gap-2">
        {topics.map(({ id, name }) => link(id, name))}
        {link(null, say("otherTopic"))}
      </ul>
    </nav>
  );
}
