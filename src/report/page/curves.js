// SPDX-License-Identifier: Apache-2.0
// Curves with a shared time axis (uPlot). Without uPlot the tables stand open instead.
const charts = [];  // {plot, name, readout}
const can_plot = typeof uPlot === 'function';
const row_height = 6;  // of the session marks of one run
let following = false;

const plot_height = () => 225 + row_height * runs.length;
const letter_size = () => Math.round(0.78 * parseFloat(getComputedStyle(document.body).fontSize));  // larger on a projector
const font = () => `${letter_size()}px system-ui, "DejaVu Sans", sans-serif`;

function y_range(plot, low, high) {
  if (low === null || high === null || low === undefined) return [0, 1];
  const span = high - low, size = Math.max(Math.abs(low), Math.abs(high));
  if (span <= 1e-6 * size || span === 0) return size === 0 ? [0, 1] : [low - 0.1 * size, high + 0.1 * size];
  return [low >= 0 && low < 0.06 * span ? 0 : low - 0.06 * span, high + 0.08 * span];
}

function tick_texts(plot, ticks) {
  const step = ticks.length > 1 ? ticks[1] - ticks[0] : 1;
  let decimals = 0;
  while (decimals < 6 && Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) > 1e-6 * step * 10 ** decimals) decimals++;
  const small = ticks.every((tick) => Math.abs(tick) < 1e5) && step >= 1e-6;
  return ticks.map((tick) => small ? tick.toFixed(decimals).replace('-', '−') : num(tick));
}

/** Short marks under the plot where each run had its sessions. */
function draw_sessions(plot) {
  const density = uPlot.pxRatio, ctx = plot.ctx, {left, top, width, height} = plot.bbox;
  ctx.save();
  runs.forEach((run, i) => {
    if (!shown[i]) return;
    ctx.fillStyle = colour(i);
    const y = top + height + (3 + row_height * i) * density;
    for (const day of run.session_d) {
      const x = plot.valToPos(day, 'x', true);
      if (x >= left - 1 && x <= left + width + 1) ctx.fillRect(x - density, y, 2 * density, (row_height - 1) * density);
    }
  });
  ctx.restore();
}

function plot_options(name, width, axis) {
  const lines = {stroke: () => css('--line'), width: 1};
  const common = {stroke: () => css('--ink'), font: font(), labelFont: font(), grid: lines, ticks: {...lines, size: 4}};
  return {
    width, height: plot_height(), padding: [10, 12, 0, 0], legend: {show: false},
    cursor: {drag: {x: true, y: false}, points: {show: false}, y: false},
    scales: {x: {time: false, range: (plot, low, high) => [low, high]}, y: {range: y_range}},
    axes: [
      {...common, label: 'days', labelSize: 18, size: 2 * letter_size() + row_height * runs.length, gap: 2 + row_height * runs.length},
      {...common, label: axis || null, labelSize: 20, labelGap: 2, gap: 3, values: tick_texts,
        size: (plot, texts) => 14 + 0.6 * letter_size() * Math.max(3, ...(texts || []).map((text) => text.length))},
    ],
    series: [{}, ...runs.map((run, i) => ({label: letters[i], show: shown[i], stroke: () => colour(i), dash: dash(i),
      width: 2, points: {show: false}, spanGaps: false}))],
    hooks: {
      draw: [draw_sessions],
      setScale: [(plot, key) => key === 'x' && follow(plot, (other) => other.setScale('x', {min: plot.scales.x.min, max: plot.scales.x.max}))],
      setCursor: [(plot) => {
        const left = plot.cursor.left, day = left >= 0 ? plot.posToVal(left, 'x') : null;
        follow(plot, (other) => other.setCursor({left: day === null ? -10 : other.valToPos(day, 'x'), top: 0}));
        if (!following) read_out(day);
      }],
    },
  };
}

/** Does the same to all other plots, once. */
function follow(plot, act) {
  if (following) return;
  following = true;
  for (const chart of charts) if (chart.plot && chart.plot !== plot) act(chart.plot);
  following = false;
}

function read_out(day) {
  for (const {name, readout} of charts) {
    readout.replaceChildren(el('span', {class: 'quiet'}, day === null ? 'At the end:' : `${sentence(day_text(Math.max(0, day)))}:`));
    runs.forEach((run, i) => {
      if (!shown[i]) return;
      const label = el('b', {style: `color:${colour(i)}`}, letters[i]);
      const value = day === null ? run.series[name]?.value.at(-1) : value_at(run, name, Math.max(0, day));
      readout.append(el('span', {}, label, told(name, value)));
    });
  }
}

/** Shows the days `low` to `high` in every plot. */
function show_days(low, high) {
  const width = Math.min(last_day, Math.max(0.1, high - low));
  const from = Math.min(Math.max(0, low), last_day - width);
  const plot = charts.find((chart) => chart.plot)?.plot;
  const edge = 0.01 * width;  // so that what happens at once does not hide in the axis
  if (plot) plot.setScale('x', {min: from - edge, max: from + width + edge});
}
function shift_days(move, zoom) {
  const plot = charts.find((chart) => chart.plot)?.plot;
  if (!plot) return;
  const {min, max} = plot.scales.x, width = (max - min) / 1.02, middle = (min + max) / 2 + move * width;
  show_days(middle - width * zoom / 2, middle + width * zoom / 2);
}

function use_keys(node, plot) {
  node.addEventListener('keydown', (event) => {
    const width = plot.bbox.width / uPlot.pxRatio, step = (event.shiftKey ? 0.1 : 0.01) * width;
    const left = plot.cursor.left >= 0 ? plot.cursor.left : 0;
    const places = {ArrowLeft: Math.max(0, left - step), ArrowRight: Math.min(width, left + step), Home: 0, End: width};
    if (event.key in places) plot.setCursor({left: places[event.key], top: 0});
    else if (event.key === '+') shift_days(0, 0.5);
    else if (event.key === '-') shift_days(0, 2);
    else if (event.key === 'Escape') show_days(0, last_day);
    else return;
    event.preventDefault();
  });
}

/** Draws one series into a card; used again when another one is chosen. */
function draw_chart(chart, name, title, axis) {
  chart.name = name;
  chart.plot?.destroy();
  chart.plot = null;
  chart.readout.replaceChildren();
  chart.details.replaceChildren(el('summary', {}, 'Table of values'), curve_table(name, title));
  chart.box.setAttribute('aria-label', spoken(name, title));
  if (!can_plot) {
    chart.box.textContent = 'This build of Cicatrix has no curves; the table holds the numbers.';
    chart.details.open = true;
    return;
  }
  const width = Math.max(240, Math.floor(chart.box.clientWidth));
  const plot = new uPlot(plot_options(name, width, axis), aligned(name), chart.box);
  plot.over.addEventListener('dblclick', () => show_days(0, last_day));
  chart.plot = plot;
}

function new_card(heading, explanation) {
  const box = el('div', {class: 'plot', tabindex: '0', role: 'group', 'aria-roledescription': 'curve'});
  const chart = {box, readout: el('div', {class: 'readout'}), details: el('details'), explanation, plot: null, name: ''};
  box.addEventListener('focus', () => chart.readout.setAttribute('aria-live', 'polite'));
  box.addEventListener('blur', () => chart.readout.removeAttribute('aria-live'));
  find('#curves .charts').append(el('article', {class: 'card'}, heading, explanation, box, chart.readout, chart.details));
  use_keys(box, {get bbox() { return chart.plot.bbox; }, get cursor() { return chart.plot.cursor; }, setCursor: (c) => chart.plot.setCursor(c)});
  on_width(box, (width) => chart.plot?.setSize({width, height: plot_height()}));
  charts.push(chart);
  return chart;
}

const axis_of = (name) => pretty_unit(first_of(name).unit) || known_curve(name)?.[3] || 'plain number';

function build_time_tools() {
  const tools = find('#curves .tools');
  const button = (text, label, act) => tools.append(el('button', {type: 'button', 'aria-label': label, onclick: act}, text));
  button('All days', null, () => show_days(0, last_day));
  button('First 3 days', null, () => show_days(0, 3));
  if (last_day > 14) button('First 2 weeks', null, () => show_days(0, 14));
  if (last_session > 0 && last_session + 7 < last_day) button('Treatment', null, () => show_days(0, last_session + 7));
  button('−', 'Show a longer time', () => shift_days(0, 2));
  button('+', 'Show a shorter time', () => shift_days(0, 0.5));
  button('◀', 'Earlier', () => shift_days(-0.4, 1));
  button('▶', 'Later', () => shift_days(0.4, 1));
  tools.append(el('span', {class: 'quiet'}, 'Short marks under each plot: the sessions.'));
}

/** A last card that can show any other series. */
function build_any_curve() {
  const rest = all_series.filter((name) => !known_curve(name));
  if (!rest.length) return;
  const choice = el('select', {'aria-label': 'Another curve'}, ...rest.map((name) => el('option', {value: name}, sentence(words(name)))));
  const text = el('p', {class: 'note'});
  const chart = new_card(el('div', {class: 'heading'}, el('h3', {}, 'Another curve'), choice), text);
  const draw = () => {
    const name = choice.value, range = charts[0].plot?.scales.x;
    text.textContent = first_of(name).meaning;
    draw_chart(chart, name, sentence(words(name)), axis_of(name));
    if (range) show_days(range.min + 0.01 * (range.max - range.min) / 1.02, range.max - 0.01 * (range.max - range.min) / 1.02);
    read_out(null);
  };
  choice.addEventListener('change', draw);
  draw();
}

function build_curves() {
  for (const [name, title, explanation] of curves) {
    if (!has_series(name)) continue;
    const chart = new_card(el('div', {class: 'heading'}, el('h3', {}, title)), el('p', {class: 'note'}, explanation));
    draw_chart(chart, name, title, axis_of(name));
  }
  build_any_curve();
  if (can_plot) build_time_tools();
  if (can_plot) show_days(0, last_day);
  read_out(null);
  redraws.push(() => {
    for (const chart of charts) chart.plot?.redraw(false, true);
    read_out(null);
  });
}

/** The key at the top switches routines on and off. */
function show_runs() {
  for (const chart of charts) shown.forEach((on, i) => chart.plot?.setSeries(i + 1, {show: on}));
  read_out(null);
}
