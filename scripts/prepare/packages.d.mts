type Packages = Readonly<Record<string, { version?: string; optional?: boolean }>>;

export function agrees(wanted: Packages, installed: Packages): boolean;
export function linkPostgresLibraries(folder?: string): void;
export function preparePackages(say: (line: string) => void): Promise<void>;
export function requirePackages(): void;
