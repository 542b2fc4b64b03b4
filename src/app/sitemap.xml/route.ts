import { mapPages, mapParts } from "@/modules/knowledge";
import { isLanguage } from "@/modules/knowledge/client";
import { hrefOf } from "@/modules/knowledge/components/portal/href";
import { env } from "@/platform/env";
import { isId } from "@/platform/ids";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const at = (path: string) => escaped(new URL(path, env().PUBLIC_WEB_URL).href);
const xmlns = "http://www.sitemaps.org/schemas/sitemap/0.9";

const answer = (xml: string) =>
  new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`, {
    headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "no-cache" },
  });

type After = { articleId: string; language: string };

async function pagesAfter(after: After | null): Promise<Response> {
  const pages = await mapPages(after);
  const urls = pages.map(
    ({ language, categorySlug, slug, changedAt }) =>
      `<url><loc>${at(hrefOf(language, categorySlug, slug))}</loc><lastmod>${changedAt}</lastmod></url>`,
  );
  return answer(`<urlset xmlns="${xmlns}">${urls.join("")}</urlset>`);
}

/** All public pages: in one file, or in as many as they need, each named by where it begins. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const [articleId, language] = [asked.get("after") ?? "", asked.get("language")];
  if (isId(articleId) && isLanguage(language)) return pagesAfter({ articleId, language });
  if (asked.has("first")) return pagesAfter(null);
  const parts = await mapParts();
  if (parts.length === 0) return pagesAfter(null);
  const files = [
    "/sitemap.xml?first",
    ...parts.map((part) => `/sitemap.xml?after=${part.articleId}&language=${part.language}`),
  ];
  const named = files.map((path) => `<sitemap><loc>${at(path)}</loc></sitemap>`);
  return answer(`<sitemapindex xmlns="${xmlns}">${named.join("")}</sitemapindex>`);
}
