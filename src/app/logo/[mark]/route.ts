import { answerLogo } from "@/modules/workspace";

type Context = { params: Promise<{ mark: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return answerLogo((await params).mark);
}
