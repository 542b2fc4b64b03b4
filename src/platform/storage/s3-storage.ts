import { Readable } from "node:stream";
import { AwsV4Signer } from "aws4fetch";
import { nowMs } from "@/platform/clock";
import { AppError, assert } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { listedBefore } from "./s3-listing";
import { contentDisposition, servedType } from "./serving-headers";
import { isStorageKey, type Storage } from "./storage";

export type S3Options = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

type S3Request = {
  method: string;
  url: URL;
  headers?: Record<string, string>;
  body?: Uint8Array<ArrayBuffer>;
};

/** The moment of signing as AWS writes it, from our clock. */
const stamp = () => new Date(nowMs()).toISOString().replace(/[-:]|\.\d{3}/g, "");

/** Files in an S3-compatible store, addressed by path, which every such store understands. */
export function s3Storage(options: S3Options): Storage {
  const root = `${options.endpoint.replace(/\/+$/, "")}/${options.bucket}`;
  const urlOf = (key: string) => {
    assert(isStorageKey(key), "a storage key is one that we made");
    return new URL(`${root}/${key}`);
  };
  const credentials = {
    accessKeyId: options.accessKeyId,
    secretAccessKey: options.secretAccessKey,
    region: options.region,
    service: "s3",
  };
  const presigned = async (request: S3Request, forMs: number): Promise<string> => {
    request.url.searchParams.set("X-Amz-Expires", String(Math.ceil(forMs / 1000)));
    const signer = new AwsV4Signer({
      ...credentials,
      ...request,
      url: request.url.toString(),
      datetime: stamp(),
      signQuery: true,
      allHeaders: true,
    });
    return (await signer.sign()).url.toString();
  };
  const send = async ({ method, url, headers = {}, body }: S3Request): Promise<Response> => {
    const signer = new AwsV4Signer({
      ...credentials,
      method,
      url: url.toString(),
      headers,
      datetime: stamp(),
      ...(body === undefined ? {} : { body }),
    });
    const signed = await signer.sign();
    try {
      return await fetch(signed.url, {
        method,
        headers: signed.headers,
        ...(body === undefined ? {} : { body }),
        signal: AbortSignal.timeout(limits.storageRequestMsMax),
      });
    } catch (cause) {
      throw new AppError("storage_unavailable", { cause });
    }
  };
  const answered = async (request: S3Request): Promise<Response> => {
    const response = await send(request);
    if (response.ok) return response;
    await response.body?.cancel();
    if (response.status === 404) throw new AppError("attachment_not_found");
    throw new AppError("storage_unavailable", { detail: { status: response.status } });
  };

  return {
    // The length is part of what is signed: the store refuses any other.
    uploadUrl: async (key, bytes) => ({
      method: "PUT",
      url: await presigned(
        { method: "PUT", url: urlOf(key), headers: { "content-length": String(bytes) } },
        limits.uploadUrlMs,
      ),
      headers: {},
    }),
    downloadUrl: (key, offer) => {
      const url = urlOf(key);
      url.searchParams.set("response-content-type", servedType(offer.type));
      url.searchParams.set("response-content-disposition", contentDisposition(offer));
      url.searchParams.set("response-cache-control", "private, max-age=300");
      return presigned({ method: "GET", url }, limits.downloadUrlMs);
    },
    open: async (key, range) => {
      const asked = range && { headers: { range: `bytes=${range.start}-${range.end}` } };
      const response = await answered({ method: "GET", url: urlOf(key), ...asked });
      assert(response.body !== null, "an object that is there has a body");
      return Readable.from(response.body);
    },
    head: async (key) => {
      const response = await send({ method: "HEAD", url: urlOf(key) });
      if (response.status === 404) return null;
      if (!response.ok) {
        throw new AppError("storage_unavailable", { detail: { status: response.status } });
      }
      return { bytes: Number(response.headers.get("content-length") ?? 0) };
    },
    write: async (key, bytes, source) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of source) chunks.push(chunk);
      const body = new Uint8Array(Buffer.concat(chunks));
      if (body.byteLength !== bytes)
        throw new AppError("upload_incomplete", { detail: { bytes, written: body.byteLength } });
      const written = await answered({ method: "PUT", url: urlOf(key), body });
      await written.body?.cancel();
    },
    copy: async (from, to) => {
      const headers = { "x-amz-copy-source": `/${options.bucket}/${from}` };
      const copied = await answered({ method: "PUT", url: urlOf(to), headers });
      await copied.body?.cancel();
    },
    delete: async (key) => {
      const response = await send({ method: "DELETE", url: urlOf(key) });
      await response.body?.cancel();
      if (!response.ok && response.status !== 404) {
        throw new AppError("storage_unavailable", { detail: { status: response.status } });
      }
    },
    writtenBefore: async (folder, at, keysMax) => {
      const url = new URL(root);
      url.searchParams.set("list-type", "2");
      url.searchParams.set("prefix", `${folder}/`);
      url.searchParams.set("max-keys", "1000");
      const response = await answered({ method: "GET", url });
      return listedBefore(await response.text(), at)
        .filter(isStorageKey)
        .slice(0, keysMax);
    },
  };
}
