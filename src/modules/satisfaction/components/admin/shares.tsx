import { Card } from "@/ui/card";
import { numberWords, percentWords } from "@/ui/format/number";

interface SharesProps {
  readonly title: string;
  readonly first: string;
  readonly rows: readonly { key: string; name: string; rated: number; good: number }[];
}

/** Fewer than this say little: they are shown in grey. */
const enough = 20;

/** How large the good part is of each; the bar says the same as the number. */
export function Shares({ title, first, rows }: SharesProps) {
  return (
    <Card title={title}>
      <table className="w-full text-start text-ui">
        <thead>
          <tr className="text-ink-3 text-small">
            <th scope="col" className="pb-2 text-start font-normal">
              {first}
            </th>
            <th scope="col" className="pb-2 text-end font-normal">
              Ratings
            </th>
            <th scope="col" className="pb-2 text-end font-normal">
              Good
            </th>
            <td className="w-1/3 pb-2 max-md:hidden" />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, rated, good }) => {
            const share = Math.round((good / rated) * 100);
            return (
              <tr key={key} className={rated < enough ? "text-ink-3" : undefined}>
                <th scope="row" className="break-words py-1 text-start font-normal">
                  {name}
                </th>
                <td className="py-1 text-end tabular-nums">{numberWords(rated)}</td>
                <td className="py-1 text-end tabular-nums">
                  {percentWords(good / rated, undefined, 0)}
                </td>
                <td className="py-1 ps-3 max-md:hidden">
                  <svg
                    aria-hidden="true"
                    viewBox="0 0 100 6"
                    preserveAspectRatio="none"
                    className="h-2 w-full"
                  >
                    <rect width="100" height="6" className="fill-sunken" />
                    <rect width={share} height="6" className="fill-accent" />
                  </svg>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="pt-2 text-ink-3 text-small">Grey: fewer than {enough} ratings say little.</p>
    </Card>
  );
}
