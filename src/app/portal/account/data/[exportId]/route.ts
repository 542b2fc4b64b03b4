import { exportFile } from "@/modules/privacy";
import { isId } from "@/platform/ids";
import { readActorOfPage } from "@/trpc/page";

type Context = { params: Promise<{ exportId: string }> };

const leadsTo = (path: string) => new Response(null, { status: 303, headers: { location: path } });

/** A copy of one's own data, for its owner alone and for as long as it is there. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { exportId } = await params;
  const actor = await readActorOfPage();
  if (actor === null) return leadsTo("/sign-in?to=/portal/account/data");
  const content = isId(exportId) ? await exportFile(actor, exportId) : null;
  if (content === null) return leadsTo("/portal/account/data?trouble=missing");
  return new Response(new Uint8Array(content), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-encoding": "gzip",
      "content-disposition": 'attachment; filename="my-data.json"',
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
