import * as z from "zod";
import { completeFormUpload, requestFormUpload, requestUploadSchema } from "@/modules/files";
import { systemActor } from "@/platform/auth/actor";
import { nowMs } from "@/platform/clock";
import { commandIdSchema } from "@/platform/command";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { rateLimiter } from "@/platform/ratelimit";
import { readStamp } from "../queries/form-stamp";

/** A form of ours, as its stamp says; whoever has it holds the files that were put into it. */
export const guestFormSchema = z.object({ formId: z.uuid(), stamp: z.string().max(100) });
type GuestForm = z.output<typeof guestFormSchema>;

export const guestUploadSchema = requestUploadSchema.extend(guestFormSchema.shape);
export const guestUploadedSchema = guestFormSchema.extend({
  commandId: commandIdSchema,
  attachmentId: z.uuid(),
});

/** @throws AppError `form_outdated` for a form that is too old, or none of ours. */
export function readForm({ formId, stamp }: GuestForm): string {
  const begunAtMs = readStamp(stamp, formId);
  if (begunAtMs === null || nowMs() - begunAtMs > limits.guestFormMsMax)
    throw new AppError("form_outdated");
  return formId;
}

const perAddress = () =>
  rateLimiter({
    name: "guest-files",
    pointsMax: limits.guestFilesPerAddressMax,
    windowMs: limits.guestWindowMs,
  });

/**
 * A link by which somebody without an account brings a file into a form of ours: it is checked as
 * everybody's, and thrown away where no question takes it.
 * @throws AppError `form_outdated`, `rate_limited`, and what `requestUpload` refuses with.
 */
export async function requestGuestUpload(
  caller: { address: string },
  { stamp, formId, ...upload }: z.output<typeof guestUploadSchema>,
) {
  readForm({ formId, stamp });
  await perAddress().consume(caller.address);
  return requestFormUpload.execute(systemActor, { ...upload, formId });
}

/** @throws AppError `form_outdated`, `attachment_not_found`, `upload_incomplete`. */
export async function completeGuestUpload({
  stamp,
  formId,
  ...uploaded
}: z.output<typeof guestUploadedSchema>) {
  return completeFormUpload(readForm({ formId, stamp }), uploaded);
}
