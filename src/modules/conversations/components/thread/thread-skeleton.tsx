import { Skeleton } from "@/ui/skeleton";

/** Three messages of a usual size, until the real ones are here. */
export function ThreadSkeleton() {
  return (
    <div role="status" aria-label="Loading the conversation" className="flex flex-col gap-3 p-4">
      <Skeleton className="h-36 w-full" />
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-36 w-full" />
    </div>
  );
}
