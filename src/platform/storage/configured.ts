import { env } from "@/platform/env";
import { assert } from "@/platform/errors";
import { processShared } from "@/platform/process";
import { type LocalStorage, localStorage } from "./local-storage";
import { s3Storage } from "./s3-storage";
import type { Storage } from "./storage";

type Configured = { storage: Storage; local: LocalStorage | null };

function configured(): Configured {
  const { S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_BUCKET, S3_REGION } = env();
  if (S3_ENDPOINT === undefined) {
    const local = localStorage({ folder: env().STORAGE_DIR, secret: env().AUTH_SECRET });
    return { storage: local, local };
  }
  assert(
    S3_ACCESS_KEY_ID !== undefined && S3_SECRET_ACCESS_KEY !== undefined,
    "S3_ENDPOINT comes with S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY",
  );
  const storage = s3Storage({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  });
  return { storage, local: null };
}

/** The store of this process: S3 where one is configured, else the local folder. */
export function fileStorage(): Configured {
  return processShared("file-storage", configured);
}

/** The secrets whose links we honour: the present one and the one before it. */
export function linkSecrets(): string[] {
  const { AUTH_SECRET, AUTH_SECRET_PREVIOUS } = env();
  return AUTH_SECRET_PREVIOUS === undefined ? [AUTH_SECRET] : [AUTH_SECRET, AUTH_SECRET_PREVIOUS];
}
