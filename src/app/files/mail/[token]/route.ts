import type { NextRequest } from "next/server";
import { leadToMailedFile } from "@/modules/mail";

type Context = { params: Promise<{ token: string }> };

/** A file of a mail that was too large for it: whoever has the mail has the link, until it ends. */
export async function GET(_request: NextRequest, { params }: Context): Promise<Response> {
  return leadToMailedFile((await params).token);
}
