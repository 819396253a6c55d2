/**
 * Measures one address with Lighthouse's own mobile settings, in a Chromium that already runs.
 * `node run.mjs <port> <address>` prints the report as JSON. The profile stays as it is, so that a
 * person who is signed in there stays so; what is kept from earlier visits is cleared by the caller.
 */
import lighthouse from 'lighthouse';

const [port, address] = process.argv.slice(2);
const onlyCategories = ['performance', 'accessibility', 'best-practices'];
const flags = { port: Number(port), output: 'json', logLevel: 'error', onlyCategories, disableStorageReset: true };
const done = await lighthouse(address, flags);
process.stdout.write(done.report);
