// SPDX-License-Identifier: Apache-2.0
// Opens reports from file:// in headless Chromium and checks that they are quiet, whole and usable.
// Usage: node tests/browser/check_report.mjs SCREENSHOT_FOLDER REPORT.html [REPORT.html ...]
// A file named hostile*.html must show its hostile texts as texts.
import assert from 'node:assert/strict';
import {existsSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const [folder, ...files] = process.argv.slice(2);
if (!folder || !files.length) {
  console.error('usage: node check_report.mjs SCREENSHOT_FOLDER REPORT.html [REPORT.html ...]');
  process.exit(2);
}
mkdirSync(folder, {recursive: true});
const browser_path = process.env.CHROMIUM ?? '/usr/bin/chromium';
assert.ok(existsSync(browser_path), `no browser at ${browser_path}: apt-get install chromium, or set CHROMIUM`);

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

async function with_page(options, act) {
  const profile = mkdtempSync(join(tmpdir(), 'report-check-'));
  const browser = await chromium.launchPersistentContext(profile, {executablePath: browser_path, headless: true, args: quiet, ...options});
  try {
    await act(browser.pages()[0] ?? await browser.newPage());
  } finally {
    await browser.close();
    rmSync(profile, {recursive: true, force: true});
  }
}

/** Loads a report while listening; the returned list grows if anything goes wrong later. */
async function open(page, file) {
  const url = pathToFileURL(resolve(file)).href, troubles = [], requests = [];
  page.on('console', (message) => troubles.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => { troubles.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => { if (!request.url().startsWith('data:')) requests.push(request.url()); });
  await page.goto(url);
  await page.waitForFunction('window.cicatrix_report_ready === true', null, {timeout: 20000});
  await page.waitForTimeout(300);
  return {url, troubles, requests};
}

const pixels = (page, selector) => page.$eval(selector, (canvas) => canvas.toDataURL());
const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

async function check_whole(page) {
  const found = await page.evaluate(() => {
    const data = JSON.parse(document.getElementById('data').textContent);
    return {
      runs: data.runs.length, cards: document.querySelectorAll('.verdict').length,
      harms: document.querySelectorAll('.harms li').length, told: data.runs.reduce((n, run) => n + run.verdict.length, 0),
      plots: document.querySelectorAll('#curves canvas').length, tables: document.querySelectorAll('#curves table').length,
      pictures: document.querySelectorAll('#sections figure canvas').length, sections: data.fields.length,
      advice: document.body.innerText.includes('not medical advice'),
      bad: /undefined|NaN|\[object/.test(document.querySelector('main').innerText),
      unnamed: [...document.querySelectorAll('canvas[role=img], .plot, button, select, input')].filter((node) =>
        !(node.getAttribute('aria-label') || node.textContent.trim() || node.labels?.length)).length,
    };
  });
  assert.equal(found.cards, found.runs, 'one verdict card per run');
  assert.equal(found.harms, found.told, 'every harm is told');
  assert.ok(found.plots >= 7 && found.tables === found.plots, `curves ${found.plots}, tables ${found.tables}`);
  assert.ok(!found.sections || found.pictures === found.runs, 'one section per run');
  assert.ok(found.advice, 'says that it is no medical advice');
  assert.ok(!found.bad, 'shows "undefined", "NaN" or an object as text');
  assert.equal(found.unnamed, 0, 'a control or picture without a name');
  return found;
}

async function check_slider(page) {
  const picture = '#sections figure canvas', before = await pixels(page, picture);
  await page.focus('#day');
  await page.keyboard.press('End');  // each run has days of its own: a few steps may all fall between two of them
  assert.notEqual(await pixels(page, picture), before, 'the day slider does not change the section');
  const label = await page.$$eval('#sections .view .readout', (nodes) => nodes.map((node) => node.textContent));
  assert.ok(label.every((text) => /^Day \d/.test(text)), `section labels ${label}`);
  const colours = await page.$eval(picture, (canvas) => {
    const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set();
    for (let i = 0; i < data.length; i += 4) seen.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
    return seen.size;
  });
  assert.ok(colours > 20, `the section shows ${colours} colours only`);
}

async function check_curves(page) {
  const first = '#curves canvas', whole = await pixels(page, first);
  await page.click('#curves .tools button:has-text("First 3 days")');
  await page.waitForTimeout(150);
  const closer = await pixels(page, first);
  assert.notEqual(closer, whole, 'zooming does not change the curve');
  const last = await page.$$eval('#curves canvas', (all) => all.length);
  assert.ok(last > 1);
  await page.focus('#curves .plot');
  for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowRight');
  const told = await page.$$eval('#curves .readout', (nodes) => nodes.map((node) => node.textContent));
  assert.ok(told.every((text) => /^Day [\d.]+:/.test(text)), `arrow keys read values in every curve: ${told[0]}`);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(150);
  await page.click('#key button');
  await page.waitForTimeout(150);
  assert.notEqual(await pixels(page, first), whole, 'the key does not hide a routine');
  await page.click('#key button');
}

async function check_colours(page) {
  const first = await background(page), curve = await pixels(page, '#curves canvas');
  await page.click('#theme');
  await page.waitForTimeout(150);
  const second = await background(page);
  assert.notEqual(second, first, 'the button does not change the colours');
  assert.notEqual(await pixels(page, '#curves canvas'), curve, 'the curves do not follow the colours');
  await page.click('#theme');
  assert.equal(await background(page), first);
}

async function check_width(page, name) {
  const {inside, outside} = await page.evaluate(() => ({inside: document.documentElement.scrollWidth, outside: window.innerWidth}));
  assert.ok(inside <= outside, `${name}: scrolls sideways (${inside} > ${outside})`);
}

async function check_hostile(page) {
  const found = await page.evaluate(() => ({
    images: document.images.length, title: document.querySelector('.verdict h3').textContent,
    scripts: document.scripts.length, bold: document.querySelectorAll('main b').length - document.querySelectorAll('.readout b').length,
  }));
  assert.equal(found.images, 0, 'a hostile title made an image');
  assert.ok(found.title.includes('<img src=x onerror=') && found.title.includes('</script>'), `title shown as ${found.title}`);
  assert.equal(found.scripts, 3, 'the page has scripts that it should not have');
  assert.equal(found.bold, 0, 'a hostile name made an element');
}

async function check(file, width, height, scheme) {
  const name = `${basename(file, '.html')}_${width}_${scheme}`;
  await with_page({viewport: {width, height}, colorScheme: scheme}, async (page) => {
    const {url, troubles, requests} = await open(page, file);
    await check_width(page, name);
    const found = await check_whole(page);
    if (found.sections) await check_slider(page);
    await check_curves(page);
    await check_colours(page);
    const dark = (await background(page)).match(/\d+/g).map(Number)[0] < 128;
    assert.equal(dark, scheme === 'dark', 'the page does not follow the preferred colours');
    if (basename(file).startsWith('hostile')) await check_hostile(page);
    await page.evaluate(() => document.activeElement?.blur());
    await page.screenshot({path: join(folder, `${name}.png`), fullPage: true});
    for (const details of await page.$$('details > summary')) await details.evaluate((node) => { node.parentElement.open = true; });
    await page.waitForTimeout(100);
    await check_width(page, `${name} with everything open`);
    assert.deepEqual(requests, [url], 'requests other than the file itself');
    assert.deepEqual(troubles, [], 'console messages or errors');
  });
  console.log(`ok ${name}`);
}

let failed = 0;
for (const file of files)
  for (const [width, height, scheme] of [[390, 844, 'light'], [1440, 900, 'light'], [1440, 900, 'dark']])
    try {
      await check(file, width, height, scheme);
    } catch (error) {
      failed++;
      console.error(`FAILED ${file} at ${width} px, ${scheme}: ${error.message}`);
    }
process.exit(failed ? 1 : 0);
