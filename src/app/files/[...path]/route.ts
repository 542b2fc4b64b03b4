import { handleFilesOnWeb } from "@/platform/storage";

export const dynamic = "force-dynamic";

export const GET = handleFilesOnWeb;
export const HEAD = handleFilesOnWeb;
export const PUT = handleFilesOnWeb;
