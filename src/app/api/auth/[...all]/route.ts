import { answerAuth } from "@/modules/identity";

type Context = { params: Promise<{ all: string[] }> };

/** Sign-in for programs, and the form that signs out; everything else here does not exist. */
async function handle(request: Request, { params }: Context): Promise<Response> {
  const { all } = await params;
  return answerAuth(request, all.join("/"));
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
