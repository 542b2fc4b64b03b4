/** A page of the portal, by its address or by the first link to it on another page. */
type PortalPage = {
  readonly name: string;
  readonly at: string | { readonly listedOn: string; readonly like: RegExp };
};

/** What anybody may open. */
export const openPages: readonly PortalPage[] = [
  { name: "help", at: "/portal/help/en" },
  { name: "search of the help", at: "/portal/help/en?q=sensor+battery" },
  {
    name: "topic",
    at: { listedOn: "/portal/help/en", like: /^\/portal\/help\/en\/[\w-]+$/u },
  },
  {
    name: "article",
    at: { listedOn: "/portal/help/en", like: /^\/portal\/help\/en\/[\w-]+\/[\w-]+$/u },
  },
  { name: "ask without an account", at: "/portal/ask" },
  { name: "confirm", at: "/portal/confirm?token=x" },
  { name: "rating", at: "/portal/rating?token=x" },
  { name: "sign in", at: "/sign-in" },
  { name: "sign in by a link", at: "/sign-in/link" },
  { name: "sign up", at: "/sign-up" },
  { name: "forgotten password", at: "/reset-password" },
];

/** What one sees of one's own. */
export const ownPages: readonly PortalPage[] = [
  { name: "my requests", at: "/portal" },
  {
    name: "request",
    at: { listedOn: "/portal", like: /^\/portal\/requests\/\d+/u },
  },
  { name: "ask", at: "/portal/ask" },
  { name: "account", at: "/portal/account" },
  { name: "own data", at: "/portal/account/data" },
];

const href = /<a\b[^>]*?\shref="([^"]+)"/gu;

/** Where a page is: the first link like it on the page that lists it, read without running a script. */
export async function addressOf(
  { at }: PortalPage,
  read: (path: string) => Promise<string>,
): Promise<string> {
  if (typeof at === "string") return at;
  const html = await read(at.listedOn);
  const found = [...html.matchAll(href)].find(([, path]) => at.like.test(path ?? ""))?.[1];
  if (found === undefined) throw new Error(`No link like ${at.like} on ${at.listedOn}.`);
  return found;
}
