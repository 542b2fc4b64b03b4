import { readSession } from "@/platform/auth";
import { cookiesAreSecure } from "@/platform/auth/cookie";
import { AppError } from "@/platform/errors";
import { type Language, languageCookie, readLanguage } from "@/platform/i18n/client";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { readUrl } from "@/platform/shape";
import { checkRequest } from "@/trpc/guards";
import { samePath } from "../rules/way-in";
import { refused } from "./answer-auth";
import { setLanguage } from "./set-language";

const yearSeconds = 365 * 24 * 3_600;

/** Remembers a language in this browser, whoever uses it. */
function languageCookieText(language: Language): string {
  const secure = cookiesAreSecure() ? "; Secure" : "";
  return `${languageCookie}=${language}; Max-Age=${yearSeconds}; Path=/; SameSite=Lax${secure}`;
}

/**
 * Answers the form that chooses a language: a cookie for this browser, the account for whoever is
 * signed in, and back to the page that it came from. It works without any script.
 */
export async function answerLanguage(request: Request): Promise<Response> {
  try {
    return await answer(request);
  } catch (thrown) {
    return refused(thrown);
  }
}

async function answer(request: Request): Promise<Response> {
  const header = (name: string) => request.headers.get(name) ?? undefined;
  checkRequest({ method: "POST", header, url: "/language", paths: [], takesForm: true });
  const bytes = Number(header("content-length") ?? Number.NaN);
  if (!(bytes <= limits.authBodyBytesMax)) throw new AppError("payload_too_large");
  const given = (await request.formData()).get("language");
  const language = readLanguage(typeof given === "string" ? given : null);
  const headers = new Headers({ location: cameFrom(header("referer")) });
  headers.set("cache-control", "no-store");
  if (language !== null) {
    headers.append("set-cookie", languageCookieText(language));
    // The cookie is enough for now where the session store cannot say who this is.
    const actor = await readSession(header("cookie") ?? "").catch(() => null);
    if (actor !== null) await setLanguage.execute(actor, { commandId: newId(), language });
  }
  return new Response(null, { status: 303, headers });
}

function cameFrom(referer: string | undefined): string {
  const page = referer === undefined ? null : readUrl(referer);
  return samePath(page && page.pathname + page.search) ?? "/portal";
}
