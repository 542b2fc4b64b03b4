"use client";

import { useEffect } from "react";
import { trpc } from "@/trpc/client";
import { TrpcProvider } from "@/trpc/provider";
import { type FilesHand, filesHand, type Uploads } from "./files-hand";
import type { GuestFiling } from "./guest-files";

interface GuestFilesEngineProps {
  readonly filing: GuestFiling;
  readonly onReady: (files: FilesHand) => void;
}

/** Brings files into the form of somebody without an account; it comes when the first is chosen. */
export function GuestFilesEngine(props: GuestFilesEngineProps) {
  return (
    <TrpcProvider>
      <Bringing {...props} />
    </TrpcProvider>
  );
}

function Bringing({ filing, onReady }: GuestFilesEngineProps) {
  const { mutateAsync: request } = trpc.files.requestGuestUpload.useMutation();
  const { mutateAsync: complete } = trpc.files.completeGuestUpload.useMutation();
  useEffect(() => {
    const { writing, form, limits, words } = filing;
    const uploads: Uploads = {
      requestUpload: (input) => request({ ...input, ...form }),
      completeUpload: (input) => complete({ ...input, ...form }),
    };
    onReady(filesHand(writing, uploads, limits, words));
  }, [filing, onReady, request, complete]);
  return null;
}
