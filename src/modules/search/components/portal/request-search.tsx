import { limits } from "@/platform/limits";
import { Button } from "@/ui/button";
import { Input } from "@/ui/input";
import { searchWords as words } from "./words";

/** A form like any other: it works before any script has come. */
export function RequestSearch({ asked }: { asked: string }) {
  return (
    <search>
      <form action="/portal" className="mb-4 flex gap-2">
        <Input
          type="search"
          name="q"
          aria-label={words.label}
          placeholder={words.label}
          defaultValue={asked}
          maxLength={limits.subjectCharsMax}
          autoComplete="off"
          className="min-w-0 flex-1"
        />
        <Button type="submit">{words.search}</Button>
      </form>
    </search>
  );
}
