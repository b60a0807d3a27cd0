// `cargo xtask lighthouse`: audits the page several times and judges the medians. Called with the script of
// Lighthouse's command line, the address of the page, and the folder for the reports; CHROME_PATH says which browser.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';

const [lighthouse, address, folder] = process.argv.slice(2);

/** Times differ from run to run; the median counts. */
const RUNS = 5;

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** What the performance is made of. */
const METRICS = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'speed-index',
  'total-blocking-time',
  'cumulative-layout-shift',
];

function audit(run) {
  const path = join(folder, `run-${run}`);
  const { status } = spawnSync(process.execPath, [
    lighthouse, address, '--quiet', '--no-enable-error-reporting', '--output=json', '--output=html', `--output-path=${path}`,
    // Chromium's sandbox refuses to run as root, as it would in many containers; the page is our own.
    '--chrome-flags=--headless=new --no-sandbox',
  ], { stdio: 'inherit' });
  if (status !== 0) throw new Error('Lighthouse has failed; the reason is above.');
  const report = JSON.parse(readFileSync(`${path}.report.json`, 'utf8'));
  // For example that the page did not finish loading: what is missing would cost no points.
  const doubts = [report.runtimeError?.message, ...report.runWarnings].filter(Boolean);
  if (doubts.length > 0) throw new Error(`Lighthouse doesn't trust its own result: ${doubts.join(' ')}`);
  return report;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Lighthouse writes hundredths, which binary fractions miss. What has no score has 0. */
const of100 = (score) => Math.round((score ?? 0) * 100);

mkdirSync(folder, { recursive: true });
const load = loadavg()[0].toFixed(1);
const reports = [];
for (let run = 1; run <= RUNS; run += 1) {
  const report = audit(run);
  reports.push(report);
  console.log(`  ${run}: ${CATEGORIES.map((id) => `${id} ${of100(report.categories[id].score)}`).join(', ')}`);
}

const [{ lighthouseVersion, environment, configSettings, categories, audits }] = reports;
console.log(`\nMedian of ${RUNS}:`);
for (const id of METRICS) {
  const value = median(reports.map((report) => report.audits[id].numericValue));
  const points = median(reports.map((report) => of100(report.audits[id].score)));
  console.log(`${id.padEnd(32)} ${value.toFixed(value < 1 ? 4 : 0).padStart(10)} ${`${points} of 100`.padStart(12)}`);
}
const scores = CATEGORIES.map((id) => [id, median(reports.map((report) => of100(report.categories[id].score)))]);
for (const [id, score] of scores) console.log(`${id.padEnd(43)} ${`${score} of 100`.padStart(12)}`);
for (const id of CATEGORIES.slice(1)) {
  const lossy = categories[id].auditRefs.filter(({ id: audit, weight }) => weight > 0 && audits[audit].score < 1);
  for (const { id: audit } of lossy.filter(({ id: it }) => audits[it].score !== null)) console.log(`  ${id}: ${audits[audit].title}`);
}

const { rttMs, throughputKbps, cpuSlowdownMultiplier } = configSettings.throttling;
console.log(`\nConditions: Lighthouse ${lighthouseVersion} in ${environment.hostUserAgent.match(/\S*Chrome\/\S+/)?.[0]}; `
  + `form factor ${configSettings.formFactor}; throttling by ${configSettings.throttlingMethod}: ${rttMs} ms a round trip, `
  + `${Math.round(throughputKbps)} Kbit/s, processor slowed ${cpuSlowdownMultiplier} times; `
  + `benchmark index of this machine ${Math.round(environment.benchmarkIndex)}; `
  + `load average ${load} at the start, ${loadavg()[0].toFixed(1)} at the end; served with brotli over HTTP 1.1.`);
console.log(`The reports are in ${folder}, as HTML and JSON.`);
const below = scores.filter(([, score]) => score < 100).map(([id]) => id);
if (below.length > 0) {
  console.error(`Below 100: ${below.join(', ')}.`);
  process.exit(1);
}
console.log('All scores are 100.');
