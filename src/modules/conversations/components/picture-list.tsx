"use client";

import { lazy, type ReactNode, Suspense, useState } from "react";
import { inlinePictureAddress, isPicture, standsInText } from "../rules/inline-pictures";
import type { MessageView } from "../schema";

const Lightbox = lazy(() => import("./lightbox"));

interface PictureListProps {
  readonly html: string;
  readonly files: MessageView["attachments"];
  /** The text; its pictures open large, too. */
  readonly children: ReactNode;
}

/** A text with its pictures, and those that came beside it; each opens large. */
export function PictureList({ html, files, children }: PictureListProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const pictures = files.filter((file) => isPicture(file.type));
  if (pictures.length === 0) return children;
  return (
    <>
      {children}
      <ul aria-label="Pictures" className="mt-3 flex flex-wrap gap-2">
        {pictures.map((file) => (
          <li key={file.id}>
            <button
              type="button"
              aria-label={`Look at ${file.name}`}
              onClick={() => setOpenId(file.id)}
              className="min-h-control min-w-control overflow-hidden rounded-control border border-line-strong bg-raised px-2 text-small text-ink hover:bg-hover"
            >
              {standsInText(html, file.id) ? (
                "Enlarge"
              ) : (
                <img
                  src={inlinePictureAddress(file.id)}
                  alt=""
                  loading="lazy"
                  className="my-2 h-24 w-32 object-contain"
                />
              )}
            </button>
          </li>
        ))}
      </ul>
      {openId !== null && (
        <Suspense fallback={null}>
          <Lightbox pictures={pictures} startId={openId} onClose={() => setOpenId(null)} />
        </Suspense>
      )}
    </>
  );
}
