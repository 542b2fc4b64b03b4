import type { NextRequest } from "next/server";
import { isId } from "@/platform/ids";
import { leadToFile } from "@/trpc/lead-to-file";
import { callerOfPage } from "@/trpc/page";

type Context = { params: Promise<{ attachmentId: string }> };

const headers = { "cache-control": "no-store", "referrer-policy": "no-referrer" };

/** A file of an article: for its readers, and before it is saved for who brought it. */
export async function GET(_request: NextRequest, { params }: Context): Promise<Response> {
  const { attachmentId } = await params;
  if (!isId(attachmentId)) return new Response(null, { status: 404, headers });
  const { knowledge } = await callerOfPage();
  const found = await knowledge.file({ attachmentId }).catch(() => null);
  if (found === null) return leadToFile(attachmentId);
  return new Response(null, { status: 302, headers: { ...headers, location: found.url } });
}
