// Opens a page in Chromium and does what a reader does: looks, searches, clicks, filters, types.
//
// usage: browse.mjs GRAPH.html EXPECTED.tsv PICTURES     ($INTEROP_NODE, $CHROMIUM)
//
// PICTURES is the beginning of the names of the screenshots that it leaves.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

import {load} from '../tools.mjs';

const [, , file, expected, pictures] = process.argv;
const {chromium} = await load('playwright-core');
const address = pathToFileURL(path.resolve(file)).href;
const lines = fs.readFileSync(expected, 'utf8').split('\n').map((line) => line.split('\t')[0]);
const count = (kind) => lines.filter((line) => line === kind).length;

// A container's root may not use Chromium's own sandbox.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({executablePath: process.env.CHROMIUM, args});

/// A window with the page in it; everything that must not happen ends in `faults`.
async function open(options) {
  const context = await browser.newContext({colorScheme: 'light', reducedMotion: 'reduce', ...options});
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
  page.on('popup', () => faults.push('a window'));
  page.on('request', (request) => {
    if (request.url() !== address && !request.url().startsWith('data:')) faults.push(`request: ${request.url()}`);
  });
  const start = Date.now();
  await page.goto(address);
  await page.waitForSelector('html[data-ready=yes]', {state: 'attached'});
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return {page, faults, milliseconds: Date.now() - start};
}

/// The heading of what is looked at in detail.
const heading = (page) => page.locator('#view h2').first().textContent();
const detail = (page) => page.locator('#view .detailhead');
const shownEdges = (page) => page.evaluate(() => Model.shownEdges().length);

/// Every node and edge of the graph is there, and no text of a document is more than text.
async function checkContent(page) {
  const held = await page.evaluate(() => ({nodes: Model.nodes.length, edges: Model.edges.length}));
  assert.deepEqual(held, {nodes: count('node'), edges: count('edge')});
  assert.equal(await page.locator('script').count(), 2);
  for (const tag of ['img', 'iframe', 'object', 'embed', 'svg', 'form']) {
    assert.equal(await page.locator(tag).count(), 0, `a ${tag} on the page`);
  }
}

async function checkSearch(page) {
  const names = await page.evaluate(() => Model.nodes.slice(0, 40).map((node) => node.label));
  for (const name of names) {
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'query');
    await page.locator('#query').fill(name);
    const hits = await page.locator('#found [role=option]').allTextContents();
    assert.ok(hits.some((hit) => hit.includes(name)), `search does not find ${name.slice(0, 60)}`);
    const place = hits.findIndex((hit) => hit.includes(name));
    for (let i = 0; i < place; ++i) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.equal(await heading(page), name);
    await page.keyboard.press('Escape');
    assert.equal(await detail(page).count(), 0);
  }
  await page.keyboard.press('/');
  await page.locator('#query').fill('no such name at all');
  assert.match(await page.locator('#found').textContent(), /No entity is called so/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

async function checkClickOnNode(page) {
  await page.locator('#zoom-fit').click();
  await page.waitForTimeout(100);
  const {place, label} = await page.evaluate(() => {
    const node = Model.nodes.find((one) => one.shown);
    return {place: Picture.placeOf(node), label: node.label};
  });
  await page.mouse.click(place.x, place.y);
  await detail(page).waitFor();
  assert.equal(await heading(page), label);
  await page.screenshot({path: `${pictures}-node.png`});
  await page.goBack();
  await detail(page).waitFor({state: 'detached'});
}

/// Clicks the middle of edges until one is hit: others may lie over it.
async function checkClickOnEdge(page) {
  const edges = await page.evaluate(() => Model.shownEdges().slice(0, 30).map((edge) => edge.index));
  for (const index of edges) {
    const edge = await page.evaluate(async (i) => {
      location.hash = Model.all[i].id;  // brings it into view
      await new Promise((done) => setTimeout(done, 60));
      location.hash = '';
      await new Promise((done) => setTimeout(done, 60));
      return {
        place: Picture.placeOf(Model.all[i]),
        sentence: Model.all[i].evidence[0].sentence.text,
        words: ['subject', 'surface', 'object'].map((role) => Model.all[i].evidence[0][role]),
        label: Model.all[i].label,
      };
    }, index);
    await page.mouse.click(edge.place.x, edge.place.y);
    await page.waitForTimeout(60);
    if (await page.locator('#view h2.statement').count() === 0) continue;
    if (!(await heading(page)).includes(edge.label)) continue;
    const quote = page.locator('#view blockquote').first();
    const plain = await quote.evaluate((element) => {
      const copy = element.cloneNode(true);
      for (const unseen of copy.querySelectorAll('.unseen')) unseen.remove();
      return copy.textContent;
    });
    assert.equal(plain, edge.sentence);
    if (edge.words.some((words) => words && ` ${edge.sentence} `.includes(` ${words} `))) {
      assert.ok(await page.locator('#view blockquote mark').count() > 0, 'no words are marked');
    }
    for (const word of ['Confidence', 'Polarity', 'Status', 'Type']) {
      assert.match(await page.locator('#view dl').textContent(), new RegExp(word));
    }
    await page.screenshot({path: `${pictures}-edge.png`});
    await page.keyboard.press('Escape');
    return;
  }
  assert.fail('no edge was hit');
}

/// Claims and denials look otherwise than facts, and say so in words.
async function checkLooks(page) {
  const tags = {claim: /Claim/, denial: /Not so/};
  for (const [look, tag] of Object.entries(tags)) {
    const id = await page.evaluate((wanted) => Model.edges.find((edge) => edge.look === wanted)?.id, look);
    if (!id) continue;
    await page.evaluate((hash) => { location.hash = hash; }, id);
    await page.locator(`#view h2.statement.${look}`).waitFor();
    assert.match(await page.locator('#view .tags').first().textContent(), tag);
    if (look === 'claim') assert.match(await page.locator('#view .holder').textContent(), /According to ./);
    await page.keyboard.press('Escape');
  }
}

async function checkFilters(page) {
  await page.evaluate(() => Model.changeFilters(null));  // the search has shown nodes without edges
  const all = await shownEdges(page);
  await page.locator('#tab-filters').click();
  const type = await page.evaluate(() => Model.shownEdges()[0].source.class.name);
  const label = type === 'CreativeWork' ? 'Work' : type;
  await page.locator('#view fieldset').first().getByText(label, {exact: true}).click();
  assert.ok(await shownEdges(page) < all);
  assert.ok(await page.evaluate((name) => Model.shownEdges().every((edge) => edge.source.class.name !== name), type));
  assert.match(await page.locator('#tab-filters').textContent(), /\(1\)/);
  await page.locator('#chips button').click();
  assert.equal(await shownEdges(page), all);

  await page.locator('#view').getByText('Facts', {exact: true}).click();
  assert.ok(await page.evaluate(() => Model.shownEdges().every((edge) => edge.look !== 'fact')));
  await page.locator('#view').getByText('Reset', {exact: true}).click();
  assert.equal(await shownEdges(page), all);

  await page.locator('#confidence').fill('95');
  assert.ok(await page.evaluate(() => Model.shownEdges().every((edge) => edge.confidence >= 0.95)));
  await page.locator('#view').getByText('Reset', {exact: true}).click();

  if (await page.locator('#timeline').isVisible()) {
    const track = await page.locator('#timeline .track').boundingBox();
    await page.mouse.move(track.x, track.y + 10);
    await page.mouse.down();
    await page.mouse.move(track.x + track.width * 0.7, track.y + 10, {steps: 5});
    await page.mouse.up();
    await page.waitForFunction(() => Model.filters().from !== '');
    assert.ok(await page.evaluate(() => Model.shownEdges().every((edge) => edge.dates.some((d) => d >= Model.filters().from))));
    await page.locator('#timeline .handle').first().press('Home');
    await page.waitForFunction(() => Model.filters().from === '');
    assert.equal(await shownEdges(page), all);
  }
}

/// The lists hold the whole graph, and keys go through them.
async function checkLists(page) {
  await page.locator('#tab-entities').click();
  assert.match(await page.locator('#view').textContent(), new RegExp(`^${count('node')} entit`));
  const rows = page.locator('#view button.row');
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  const at = await page.evaluate(() => [...document.querySelectorAll('#view button.row')].indexOf(document.activeElement));
  assert.equal(at, Math.min(1, await rows.count() - 1));
  await page.keyboard.press('Enter');
  await detail(page).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#tab-entities').press('ArrowRight');
  assert.equal(await page.locator('#tab-relations').getAttribute('aria-selected'), 'true');
}

async function checkThemesAndSizes() {
  for (const [name, options] of Object.entries({
    'dark': {viewport: {width: 1280, height: 800}, colorScheme: 'dark'},
    'phone': {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true},
    'phone-dark': {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true, colorScheme: 'dark'},
  })) {
    const {page, faults} = await open(options);
    const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
    assert.ok(width <= options.viewport.width, `${name}: ${width} pixels wide`);
    const back = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(back === 'rgb(255, 255, 255)', options.colorScheme !== 'dark');
    await page.screenshot({path: `${pictures}-${name}.png`});
    assert.deepEqual(faults, []);
    await page.context().close();
  }
}

/// What a document could at worst do is forbidden by the page itself.
async function checkPolicy(page) {
  const done = await page.evaluate(async () => {
    const attempts = {};
    const attempt = async (name, act) => {
      try {
        attempts[name] = (await act()) ?? 'done';
      } catch {
        attempts[name] = 'refused';
      }
    };
    await attempt('markup', () => { document.createElement('p').innerHTML = '<b>x</b>'; });
    await attempt('script', () => { document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'})); });
    await attempt('fetch', () => fetch('https://example.org/').then(() => 'done'));
    attempts.ran = window.ran;
    return attempts;
  });
  assert.deepEqual(done, {markup: 'refused', script: 'refused', fetch: 'refused', ran: undefined});
}

try {
  const {page, faults, milliseconds} = await open({viewport: {width: 1280, height: 800}});
  console.log(`${count('node')} nodes, ${count('edge')} edges: there after ${milliseconds} ms`);
  await page.screenshot({path: `${pictures}.png`});
  await checkContent(page);
  await checkSearch(page);
  if (count('node')) await checkClickOnNode(page);
  if (count('edge')) {
    await checkClickOnEdge(page);
    await checkLooks(page);
    await checkFilters(page);
  }
  await checkLists(page);
  await checkThemesAndSizes();
  assert.deepEqual(faults, []);
  await checkPolicy(page);
} finally {
  await browser.close();
}
