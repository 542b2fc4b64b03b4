import { isLanguage } from "@/modules/knowledge/client";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { withFormCaller } from "@/trpc/form";

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** Back to the article, whatever became of the vote: nobody loses a page by it. */
const back = (place: string, said: string | null) => {
  const path = /^\/portal\/help\/[a-z0-9/-]+$/.test(place) ? place : "/portal/help";
  const location = said === null ? path : `${path}?voted=${said}#vote`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
};

/** A vote by a plain form, with what was missing where somebody says it. */
export async function POST(request: Request): Promise<Response> {
  const bytes = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(bytes <= limits.authBodyBytesMax)) return new Response(null, { status: 413 });
  const form = await request.formData();
  const place = textOf(form, "place");
  const helpful = textOf(form, "helpful") === "yes";
  const reason = textOf(form, "reason").slice(0, limits.kbReasonCharsMax);
  const language = textOf(form, "language");
  if (!isLanguage(language)) return back(place, null);
  const articleId = textOf(form, "articleId");
  const voted = await withFormCaller(request, ({ knowledge }) =>
    knowledge.vote({
      commandId: newId(),
      articleId,
      language,
      helpful,
      reason,
    }),
  ).then(
    () => true,
    () => false,
  );
  const said = reason !== "" ? "said" : helpful ? "yes" : "no";
  return back(place, voted ? said : null);
}
