import type { RouterOutputs } from "@/trpc/client";
import { Skeleton } from "@/ui/skeleton";

type Preview = RouterOutputs["templates"]["preview"];

/** The letter as its reader sees it, in a frame that runs nothing and fetches nothing. */
export function TemplatePreview({
  preview,
  title,
}: {
  readonly preview: Preview | undefined;
  readonly title: string;
}) {
  return (
    <section aria-label="Preview" className="flex min-w-0 flex-1 flex-col gap-2">
      <h2 className="text-heading">Preview</h2>
      {preview === undefined ? (
        <Skeleton className="h-80 w-full" />
      ) : (
        <>
          <p className="break-words text-ui">
            <span className="text-ink-2">Subject: </span>
            <span className="font-semibold">{preview.subject}</span>
          </p>
          <iframe
            title={title}
            sandbox=""
            srcDoc={preview.html}
            className="h-96 w-full rounded-card border border-line bg-white"
          />
          <details className="text-ui">
            <summary className="min-h-control cursor-pointer content-center text-link">
              As plain text
            </summary>
            <pre className="whitespace-pre-wrap break-words rounded-card border border-line bg-sunken p-3 text-small">
              {preview.text}
            </pre>
          </details>
        </>
      )}
    </section>
  );
}
