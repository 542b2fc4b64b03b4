import { startPostgres } from "../services/postgres";

const pg = await startPostgres({ dataDir: "/tmp/seed-try/pg" });
process.stdout.write(pg.url + "\n" + pg.adminUrl + "\n");
await new Promise((r) => process.stdin.on("data", r).on("end", r));
await pg.stop();
process.exit(0);
