interface WorkspaceMarkProps {
  readonly name: string;
  readonly logo: string | null;
}

/** The company by its logo, or by its name; the logo says the name to whoever cannot see it. */
export function WorkspaceMark({ name, logo }: WorkspaceMarkProps) {
  if (logo === null) return name;
  return <img src={logo} alt={name} className="h-8 max-w-48 object-contain" />;
}
