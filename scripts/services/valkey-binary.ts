import { programOrInstall } from "../system/programs";

export function valkeyBinary(report: (line: string) => void): string {
  return programOrInstall(
    {
      title: "A Valkey (or Redis) server",
      programs: ["valkey-server", "redis-server"],
      packages: {
        "apt-get": ["valkey-server", "redis-server"],
        dnf: ["valkey", "redis"],
        apk: ["valkey", "redis"],
        brew: ["valkey", "redis"],
      },
      otherwise:
        "Install valkey-server or redis-server, or name one that runs: VALKEY_URL=redis://host:6379",
    },
    report,
  );
}
