import { getTRPCErrorFromUnknown } from "@trpc/server";
import { NextResponse } from "next/server";
import { errorRules } from "@/platform/errors";
import { isId } from "@/platform/ids";
import { refusalOf } from "./errors";
import { callerOfPage } from "./page";

/** Leads to a file by a link that ends soon, made for who asks and only if they may read it. */
export async function leadToFile(attachmentId: string): Promise<Response> {
  const headers = { "cache-control": "no-store", "referrer-policy": "no-referrer" };
  if (!isId(attachmentId)) return new NextResponse(null, { status: 404, headers });
  try {
    const { files } = await callerOfPage();
    const { url } = await files.download({ attachmentId });
    return new NextResponse(null, { status: 302, headers: { ...headers, location: url } });
  } catch (thrown) {
    const { http, words } = errorRules[refusalOf(getTRPCErrorFromUnknown(thrown)).code];
    return new NextResponse(words, {
      status: http,
      headers: { ...headers, "content-type": "text/plain; charset=utf-8" },
    });
  }
}
