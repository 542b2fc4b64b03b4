import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { HelpSearch } from "@/modules/knowledge/components/portal/help-search";
import { FoundRequests } from "@/modules/search/components/portal/found-requests";
import { RequestSearch } from "@/modules/search/components/portal/request-search";
import { RequestList } from "@/modules/tickets/components/portal/request-list";
import { KnownTrouble } from "@/modules/workspace/components/known-trouble";
import { now } from "@/platform/clock";
import { env } from "@/platform/env";
import { localeFor, type Say } from "@/platform/i18n/client";
import { limits } from "@/platform/limits";
import { languageOfPage, meOfPage, sayOfPage, troubleOfPage, wordsOfPage } from "@/trpc/language";
import { callerOfPage, readActorOfPage } from "@/trpc/page";
import { ButtonLink } from "@/ui/button-link";
import { cx } from "@/ui/cx";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { NowProvider } from "@/ui/now-provider";
import { PlainButton } from "@/ui/plain-button";
import { SoftLink } from "@/ui/soft-link";
import { TextLink } from "@/ui/text-link";
import { WordsProvider } from "@/ui/words";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayOfPage("shell");
  return { title: say("title") };
}

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PortalHome({ searchParams }: PageProps) {
  const { who, after, q } = await searchParams;
  const actor = await readActorOfPage();
  if (actor === null) redirect("/sign-in?to=/portal");
  const shared = who === "colleagues" && actor.organizationId !== null;
  const mark = typeof after === "string" ? after : undefined;
  const { requests, search, knowledge } = await callerOfPage();
  const language = await languageOfPage();
  const asked = typeof q === "string" ? q.trim().slice(0, limits.subjectCharsMax) : "";
  const [me, page, colleagues, found, help, trouble] = await Promise.all([
    meOfPage(),
    requests.list({ shared, after: mark }),
    shared || actor.organizationId === null
      ? null
      : requests.list({ shared: true }).then(({ rows }) => rows),
    asked === "" ? null : findRequests(search, asked),
    // Without it the page is a page all the same.
    knowledge.home({ language }).catch(() => null),
    troubleOfPage(),
  ]);
  const topics = help?.categories.filter(({ parentId }) => parentId === null) ?? [];
  const isColleagues = (row: { requester: { id: string } }) => row.requester.id !== actor.id;
  const hasColleagues = shared || colleagues?.some(isColleagues) === true;
  const isEmpty = !page.rows.some((row) => !shared || isColleagues(row)) && page.next === null;

  const say = await sayOfPage("home");
  const sayHelp = await sayOfPage("help");
  const saySearch = await sayOfPage("search");
  const spoken = await wordsOfPage("list", "status");
  const reader = { ...me, locale: localeFor(spoken.language, me.locale) };

  return (
    <WordsProvider {...spoken}>
      <NowProvider initialNow={now().toISOString()}>
        <h1 className="text-display">{say("question")}</h1>
        <KnownTrouble say={say} trouble={trouble} language={language} />
        {topics.length === 0 ? (
          <AskBox say={say} />
        ) : (
          <div className="mt-4 flex flex-col gap-4">
            <HelpSearch say={sayHelp} language={language} asked="" />
            <nav aria-label={sayHelp("categories")}>
              <ul className="flex flex-wrap gap-2">
                {topics.map(({ id, name, slug }) => (
                  <li key={id}>
                    <ButtonLink href={`/portal/help/${language}/${slug}`}>{name}</ButtonLink>
                  </li>
                ))}
              </ul>
            </nav>
          </div>
        )}
        <section className="mt-8">
          {hasColleagues ? (
            <nav aria-label={say("tabs")} className="mb-4 flex gap-1 border-line border-b">
              <TabLink href="/portal" current={!shared}>
                {say("mine")}
              </TabLink>
              <TabLink href="/portal?who=colleagues" current={shared}>
                {say("colleagues")}
              </TabLink>
            </nav>
          ) : null}
          <h2 className={cx("mb-4 text-title", hasColleagues && "sr-only")}>
            {shared ? say("colleagues") : say("mine")}
          </h2>
          <RequestSearch say={saySearch} asked={asked} />
          {mark !== undefined && (
            <p className="mb-4 text-ui">
              <TextLink href={shared ? "/portal?who=colleagues" : "/portal"}>
                {say("newest")}
              </TextLink>
            </p>
          )}
          {found !== null && <FoundRequests say={saySearch} asked={asked} found={found} />}
          {found === null && (
            <RequestList
              key={`${shared} ${mark ?? ""}`}
              initial={page}
              me={reader}
              shared={shared}
              liveUrl={env().PUBLIC_REALTIME_URL}
              empty={
                isEmpty && (
                  <EmptyState
                    level={3}
                    title={shared ? say("emptyColleagues") : say("emptyTitle")}
                    action={!shared && <ButtonLink href="/portal/ask">{say("ask")}</ButtonLink>}
                  >
                    {shared ? say("emptyColleaguesText") : say("emptyText")}
                  </EmptyState>
                )
              }
            />
          )}
        </section>
      </NowProvider>
    </WordsProvider>
  );
}

/** Where nothing is written yet that could be searched, what one asks goes to us at once. */
function AskBox({ say }: { say: Say<"home"> }) {
  return (
    <form action="/portal/ask" className="mt-4 flex flex-wrap items-end gap-2">
      <Field label={say("about")} className="min-w-0 flex-1 basis-48">
        {(control) => (
          <Input
            {...control}
            name="subject"
            autoComplete="off"
            maxLength={limits.subjectCharsMax}
          />
        )}
      </Field>
      <PlainButton type="submit" variant="primary">
        {say("ask")}
      </PlainButton>
    </form>
  );
}

type Caller = Awaited<ReturnType<typeof callerOfPage>>;

/** What cannot be answered is no reason to lose the page: it says so in the place of the results. */
async function findRequests(search: Caller["search"], text: string) {
  return search.requests({ text }).then(
    ({ found }) => found,
    () => [],
  );
}

function TabLink({
  href,
  current,
  children,
}: {
  href: string;
  current: boolean;
  children: string;
}) {
  return (
    <SoftLink
      href={href}
      aria-current={current ? "page" : undefined}
      className={cx(
        "-mb-px inline-flex min-h-control items-center border-b-2 px-3 text-ui no-underline",
        current ? "border-accent font-semibold text-ink" : "border-transparent text-ink-2",
      )}
    >
      {children}
    </SoftLink>
  );
}
