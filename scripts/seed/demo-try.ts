import { seedDemo } from "./demo";
await seedDemo(process.argv[2] ?? "");
