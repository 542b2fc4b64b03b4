import { TextLink } from "@/ui/text-link";
import { WideTable } from "@/ui/wide-table";
import { permissionWords } from "../../rules/permission-words";
import { type Permission, permissions, roleMay } from "../../rules/permissions";

const isPermission = (name: string): name is Permission => name in permissions;
const all = Object.keys(permissionWords).filter(isPermission);
const areas = [...new Set(all.map((name) => permissionWords[name].area))];
const roles = ["customer", "agent", "admin"] as const;
const columns = { customer: "Customers", agent: "Agents", admin: "Admins" } as const;

/** Who may do what: the same table that decides it, in words. */
export function RolesPage() {
  return (
    <div className="mx-auto flex w-full max-w-large flex-col gap-4 p-4 md:p-6">
      <TextLink href="/admin/people">People</TextLink>
      <h1 className="text-title">Who may do what?</h1>
      <p className="max-w-prose text-body text-ink-2">
        A role opens all that is marked. Nobody sees a note or another customer's request but those
        whose row says so.
      </p>
      <WideTable label="Permissions by role">
        <table className="w-full text-ui">
          <caption className="sr-only">Permissions by role</caption>
          <thead className="border-line border-b text-ink-2 text-small">
            <tr>
              <th scope="col" className="px-3 py-2 text-start">
                Permission
              </th>
              {roles.map((role) => (
                <th key={role} scope="col" className="px-3 py-2 text-center">
                  {columns[role]}
                </th>
              ))}
            </tr>
          </thead>
          {areas.map((area) => (
            <tbody key={area} className="divide-y divide-line border-line border-b last:border-b-0">
              <tr>
                <th
                  colSpan={roles.length + 1}
                  scope="rowgroup"
                  className="bg-sunken px-3 py-1 text-start text-ink-2 text-small"
                >
                  {area}
                </th>
              </tr>
              {all
                .filter((name) => permissionWords[name].area === area)
                .map((name) => (
                  <tr key={name}>
                    <th scope="row" className="px-3 py-2 text-start font-normal text-ink">
                      {permissionWords[name].may}
                    </th>
                    {roles.map((role) => (
                      <td key={role} className="px-3 py-2 text-center">
                        {roleMay(role, name) ? (
                          <span className="text-good">
                            <span aria-hidden="true">✓</span>
                            <span className="sr-only">Yes</span>
                          </span>
                        ) : (
                          <span className="text-ink-3">
                            <span aria-hidden="true">–</span>
                            <span className="sr-only">No</span>
                          </span>
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
            </tbody>
          ))}
        </table>
      </WideTable>
    </div>
  );
}
