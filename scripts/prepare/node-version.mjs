// Runs before anything else is loaded, so it uses only what every Node with modules understands.
const wanted = [20, 19];
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  process.stderr.write(
    `InsightDesk needs Node ${wanted.join(".")} or newer; this is ${process.versions.node}. Install a newer Node (https://nodejs.org) and run the same command again.\n`,
  );
  process.exit(1);
}
