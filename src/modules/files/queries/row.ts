import { sql } from "@/platform/database";
import type { AttachmentView, FileState } from "../schema";

/** An attachment as it is stored. */
export type StoredAttachment = {
  id: string;
  /** null where it belongs to a form: nobody is known yet who brought it. */
  owner_id: string | null;
  ticket_id: string | null;
  message_id: string | null;
  name: string;
  claimed_type: string;
  type: string | null;
  bytes: number;
  state: FileState;
  refusal: string | null;
  storage_key: string;
};

export const attachmentColumns = sql`
  id, owner_id, ticket_id, message_id, name, claimed_type, type, bytes, state, refusal, storage_key`;

export function toAttachmentView(row: StoredAttachment): AttachmentView {
  return {
    id: row.id,
    name: row.name,
    type: row.type ?? "application/octet-stream",
    bytes: row.bytes,
  };
}
