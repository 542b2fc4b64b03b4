"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { Dialog } from "@/ui/dialog";
import { IconButton } from "@/ui/icon-button";
import { inlinePictureAddress } from "../rules/inline-pictures";

type Picture = { id: string; name: string };

interface LightboxProps {
  readonly pictures: readonly Picture[];
  readonly startId: string;
  readonly onClose: () => void;
}

/** The pictures of a message, large, one after the other. */
export default function Lightbox({ pictures, startId, onClose }: LightboxProps) {
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      pictures.findIndex((one) => one.id === startId),
    ),
  );
  const picture = pictures[at];
  if (picture === undefined) return null;
  const step = (by: number) => setAt((at + by + pictures.length) % pictures.length);
  return (
    <Dialog
      open
      size="large"
      title={picture.name}
      description={pictures.length > 1 ? `${at + 1} of ${pictures.length}` : undefined}
      onOpenChange={(open) => !open && onClose()}
    >
      <div className="flex items-center justify-center gap-2">
        {pictures.length > 1 && (
          <IconButton
            name="Picture before"
            icon={<ChevronLeft size={20} aria-hidden="true" />}
            onClick={() => step(-1)}
          />
        )}
        <img
          src={inlinePictureAddress(picture.id)}
          alt={picture.name}
          className="max-h-[75dvh] min-w-0 max-w-full object-contain"
        />
        {pictures.length > 1 && (
          <IconButton
            name="Picture after"
            icon={<ChevronRight size={20} aria-hidden="true" />}
            onClick={() => step(1)}
          />
        )}
      </div>
    </Dialog>
  );
}
