"use client";

import { priorityWords } from "@/modules/tickets/client";
import { Checkbox } from "@/ui/checkbox";
import { Input } from "@/ui/input";
import { metrics } from "../../rules/metrics";
import { metricWords } from "../../rules/words";
import { formPriorities, type PolicyForm, type Problems, targetId } from "./policy-form";

interface TargetsTableProps {
  readonly form: PolicyForm;
  readonly problems: Problems;
  readonly onChange: (more: Partial<PolicyForm>) => void;
}

const pauses = [
  { status: "pending", label: "Pending" },
  { status: "on_hold", label: "On hold" },
] as const;

const cell = "p-1 text-start align-top";

/** Targets by priority, and when each clock stands still. */
export function TargetsTable({ form, problems, onChange }: TargetsTableProps) {
  return (
    <div className="min-w-0 overflow-x-auto">
      <table className="w-full text-ui">
        <caption className="pb-1 text-start text-ink-2 text-small">
          Targets in open hours, such as 4 h or 30 min. What is empty is not promised.
        </caption>
        <thead className="text-ink-2 text-small">
          <tr>
            <th scope="col" className={cell}>
              Promise
            </th>
            {formPriorities.map((priority) => (
              <th key={priority} scope="col" className={cell}>
                {priorityWords[priority]}
              </th>
            ))}
            <th scope="col" className={cell}>
              Stands still while
            </th>
          </tr>
        </thead>
        <tbody>
          {metrics.map((metric) => (
            <tr key={metric}>
              <th scope="row" className="whitespace-nowrap p-1 text-start align-middle">
                {metricWords[metric]}
              </th>
              {formPriorities.map((priority) => {
                const id = targetId(metric, priority);
                return (
                  <td key={priority} className={cell}>
                    <Input
                      id={id}
                      aria-label={`${metricWords[metric]}, ${priorityWords[priority]}`}
                      aria-invalid={problems[id] !== undefined || undefined}
                      className="min-w-20"
                      value={form.targets[metric][priority]}
                      onChange={(event) =>
                        onChange({
                          targets: {
                            ...form.targets,
                            [metric]: { ...form.targets[metric], [priority]: event.target.value },
                          },
                        })
                      }
                    />
                  </td>
                );
              })}
              <td className={cell}>
                {pauses.map(({ status, label }) => (
                  <Checkbox
                    key={status}
                    label={label}
                    checked={form.pauseOn[metric].includes(status)}
                    onChange={(event) => {
                      const others = form.pauseOn[metric].filter((one) => one !== status);
                      const next = event.target.checked ? [...others, status] : others;
                      onChange({ pauseOn: { ...form.pauseOn, [metric]: next } });
                    }}
                  />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
