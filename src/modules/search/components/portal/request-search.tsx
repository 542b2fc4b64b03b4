import type { Say } from "@/platform/i18n/client";
import { limits } from "@/platform/limits";
import { Button } from "@/ui/button";
import { Input } from "@/ui/input";

/** A form like any other: it works before any script has come. */
export function RequestSearch({ say, asked }: { say: Say<"search">; asked: string }) {
  return (
    <search>
      <form action="/portal" className="mb-4 flex gap-2">
        <Input
          type="search"
          name="q"
          aria-label={say("label")}
          placeholder={say("label")}
          defaultValue={asked}
          maxLength={limits.subjectCharsMax}
          autoComplete="off"
          className="min-w-0 flex-1"
        />
        <Button type="submit">{say("search")}</Button>
      </form>
    </search>
  );
}
