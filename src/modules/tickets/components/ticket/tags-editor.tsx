"use client";

import { useState } from "react";
import { tagsAfter } from "@/modules/fields/client";
import { TagPicker } from "@/modules/fields/components/tag-picker";
import type { TicketRow } from "@/modules/tickets/client";
import { Button } from "@/ui/button";
import { Dialog, DialogClose } from "@/ui/dialog";
import { useEditDetails } from "./use-edit-details";

interface TagsEditorProps {
  readonly row: Pick<TicketRow, "id" | "number" | "tags" | "fields" | "subject">;
  readonly onClose: () => void;
}

/** Each tag is put on and taken off at once; closing is only leaving. */
export default function TagsEditor({ row, onClose }: TagsEditorProps) {
  const { editTags } = useEditDetails();
  const [tags, setTags] = useState<readonly string[]>(row.tags);
  const change = (edit: { add?: string[]; remove?: string[] }) => {
    setTags(tagsAfter(tags, edit));
    editTags({ ...row, tags: [...tags] }, edit);
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={`Tags of #${row.number}`}
      description={row.subject}
      footer={
        <DialogClose>
          <Button variant="primary">Done</Button>
        </DialogClose>
      }
    >
      <TagPicker
        tags={tags}
        onAdd={(tag) => change({ add: [tag] })}
        onRemove={(tag) => change({ remove: [tag] })}
        onDone={onClose}
      />
    </Dialog>
  );
}
