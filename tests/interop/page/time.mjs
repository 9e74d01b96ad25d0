// How long a page takes to be there, and how long its frames take while it is dragged and zoomed.
//
// usage: time.mjs GRAPH.html     ($INTEROP_NODE, $CHROMIUM)
import path from 'node:path';
import {pathToFileURL} from 'node:url';

import {load} from '../tools.mjs';

const {chromium} = await load('playwright-core');
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({executablePath: process.env.CHROMIUM, args});
const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
const page = await browser.newPage({viewport: {width: 1280, height: 800}});
const loads = [];
for (let round = 0; round < 5; ++round) {
  await page.goto('about:blank');
  const start = Date.now();
  await page.goto(pathToFileURL(path.resolve(process.argv[2])).href);
  await page.waitForSelector('html[data-ready=yes]', {state: 'attached'});
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  loads.push(Date.now() - start);
}
console.log(`there after ${median(loads)} ms (median of ${loads.length})`);

await page.evaluate(() => {
  window.frameTimes = [];
  let last = performance.now();
  const step = (now) => {
    window.frameTimes.push(now - last);
    last = now;
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
});
const box = await page.locator('#picture').boundingBox();
const centre = {x: box.x + box.width / 2, y: box.y + box.height / 2};
await page.mouse.move(centre.x, centre.y);
await page.mouse.down();
for (let i = 0; i < 60; ++i) await page.mouse.move(centre.x + 3 * i, centre.y + 2 * i);
await page.mouse.up();
for (let i = 0; i < 20; ++i) {
  await page.mouse.wheel(0, i < 10 ? -120 : 120);
  await page.waitForTimeout(20);
}
const frames = await page.evaluate(() => window.frameTimes);
const slow = frames.filter((time) => time > 50).length;
console.log(`${frames.length} frames, median ${median(frames).toFixed(1)} ms; ${slow} over 50 ms`);
await browser.close();
