// SPDX-License-Identifier: Apache-2.0
// The data of the page and small helpers. Text from scenarios reaches the page as text only (textContent).
const data = JSON.parse(document.getElementById('data').textContent);
const runs = data.runs;
const letters = runs.map((_, i) => String.fromCharCode(65 + i));
const shown = runs.map(() => true);  // which routines the curves show

/** Makes an element: el('p', {class: 'note'}, 'text', child, ...). */
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}
const find = (selector) => document.querySelector(selector);

// Told apart by people with any kind of colour vision: the palette of Okabe and Ito, darkened or lightened
// where it would not stand out from the paper; and every line has its own dashes.
const palettes = {
  light: ['#0072b2', '#d55e00', '#00805c', '#b0568f', '#a87400', '#2b8fc4', '#000000', '#7a6f00'],
  dark: ['#56b4e9', '#ff9140', '#2fd1a0', '#e79fc6', '#f0c040', '#8fb4ff', '#ffffff', '#f0e442'],
};
const dashes = [[], [9, 4], [2, 3], [12, 3, 2, 3], [5, 2], [14, 6], [2, 6], [6, 3, 2, 3, 2, 3]];
let theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
const colour = (run) => palettes[theme][run % 8];
const dash = (run) => dashes[run % 8];
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const redraws = [];  // called when colours change
function set_theme(name) {
  theme = name;
  document.documentElement.dataset.theme = name;
  find('#theme').textContent = name === 'dark' ? 'Light colours' : 'Dark colours';
  for (const redraw of redraws) redraw();
}

/** A round letter in the colour of its run. */
function badge(run) {
  const node = el('span', {class: 'badge', 'aria-hidden': 'true'}, letters[run]);
  const paint = () => { node.style.background = colour(run); node.style.color = theme === 'dark' ? '#000' : '#fff'; };
  paint();
  redraws.push(paint);
  return node;
}

/** A short piece of the line that belongs to a run. */
function swatch(run) {
  const node = el('span', {class: 'swatch', 'aria-hidden': 'true'});
  const paint = () => {
    const d = dash(run);
    let stops = '', at = 0;
    d.forEach((length, i) => {
      const c = i % 2 ? 'transparent' : colour(run);
      stops += `,${c} ${at}px,${c} ${at + length}px`;
      at += length;
    });
    node.style.background = d.length ? `repeating-linear-gradient(90deg${stops})` : colour(run);
  };
  paint();
  redraws.push(paint);
  return node;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (text) => text.replace(/-/g, '⁻').replace(/\d/g, (digit) => superscripts[digit]);

/** Three digits, or what is left of them: 0.0123, 4.56, 789, 12 300, 1.2×10⁶. */
function num(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-3) {
    const [digits, exponent] = value.toExponential(1).split('e');
    return `${digits.replace('-', '−')}×10${raised(String(Number(exponent)))}`;
  }
  const text = size >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
  return text.replace('-', '−').replace(/\B(?=(\d{3})+(?!\d)(?!.*\.))/g, size >= 10000 ? '\u202f' : '');
}

/** "mm3/cm2" as mm³/cm², "um" as µm; nothing for a plain number. */
function pretty_unit(unit) {
  if (!unit || unit === '1' || unit === 'bool') return '';
  return unit.replace(/\bum/g, 'µm').replace(/\bug\b/g, 'µg').replace(/\bdelta /g, 'Δ').replace(/\bdeg\b/g, '°')
    .replace(/log10/g, 'log₁₀').replace(/([a-z])([23])(?!\d)/g, (_, letter, digit) => letter + raised(digit));
}
const with_unit = (value, unit) => {
  if (unit === 'bool') return value ? 'yes' : 'no';
  const suffix = pretty_unit(unit);
  return value === null || value === undefined || !suffix ? num(value) : `${num(value)}\u00a0${suffix}`;
};
const spellings = {auc: 'over time (area)', ita: 'ITA', pih: 'dark marks (PIH)', tewl: 'water loss (TEWL)', il6: 'IL-6', il10: 'IL-10', iii: 'III', i: 'I',
  m1: 'M1', m2: 'M2', tnf: 'TNF', tgf: 'TGF-beta', vegf: 'VEGF', pdgf: 'PDGF', kgf: 'KGF', mmp: 'MMP', timp: 'TIMP', srgb: 'sRGB'};
const words = (name) => name.split('_').map((word) => Object.hasOwn(spellings, word) ? spellings[word] : word).join(' ');
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const day_text = (day) => `day ${day < 10 ? Math.round(day * 100) / 100 : Math.round(day * 10) / 10}`;

/** A canvas made sharp for this screen; returns its drawing context, scaled to CSS pixels. */
function prepare(canvas, width, height) {
  const density = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  canvas.style.height = `${height}px`;
  const ctx = canvas.getContext('2d');
  ctx.setTransform(density, 0, 0, density, 0, 0);
  return ctx;
}

/** Calls `act(width)` when an element's width changes. */
function on_width(node, act) {
  let last = 0;
  new ResizeObserver(() => requestAnimationFrame(() => {
    const width = Math.floor(node.clientWidth);
    if (width > 0 && width !== last) act(last = width);
  })).observe(node);
}

/** A table in a box that scrolls by itself. `rows`: arrays of cells, the first of each is the row's name. */
function table(caption, head, rows) {
  return el('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption},
    el('table', {}, el('caption', {}, caption),
      el('thead', {}, el('tr', {}, ...head.map((cell) => el('th', {scope: 'col'}, cell)))),
      el('tbody', {}, ...rows.map(([name, ...cells]) => el('tr', {}, el('th', {scope: 'row'}, ...[name].flat()),
        ...cells.map((cell) => cell instanceof Node ? cell : el('td', {}, cell)))))));
}
const run_heads = () => runs.map((run, i) => el('span', {}, badge(i), ' ', el('span', {class: 'run'}, run.title)));
