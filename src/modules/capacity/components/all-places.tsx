import { adminPlaces } from "./admin-places";

/** Every admin page in one list: for phones, whose bar holds a few. */
export function AllPlaces() {
  return (
    <div className="flex flex-col gap-6 p-4 md:p-6">
      <h1 className="text-title">All admin pages</h1>
      {adminPlaces.map(({ label, places }) => (
        <nav key={label} aria-label={label} className="flex flex-col gap-2">
          <h2 className="text-heading">{label}</h2>
          <ul className="overflow-hidden rounded-card border border-line bg-surface">
            {places.map(({ href, label: name, icon }) => (
              <li key={href} className="border-line border-b last:border-b-0">
                <a
                  href={href}
                  className="flex min-h-11 items-center gap-3 px-4 text-ink text-ui no-underline hover:bg-hover"
                >
                  {icon}
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ))}
    </div>
  );
}
