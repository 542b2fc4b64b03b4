import type { NextRequest } from "next/server";
import { leadToFile } from "@/trpc/lead-to-file";

type Context = { params: Promise<{ attachmentId: string }> };

export async function GET(_request: NextRequest, { params }: Context): Promise<Response> {
  return leadToFile((await params).attachmentId);
}
