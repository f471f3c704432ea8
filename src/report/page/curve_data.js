// SPDX-License-Identifier: Apache-2.0
// Which curves are shown, in plain words, and what can be read off them without seeing them.
// name, title, what it says, axis when the unit is 1
const curves = [
  ['erythema', 'Redness (erythema)', 'How much redder the skin is than before.', 'index'],
  ['barrier_integrity', 'Water barrier', 'How well the surface keeps water in and irritants out. 1 is healthy.', 'share of healthy'],
  ['inflammation', 'Inflammation', 'How busy the inflammatory cells are.', 'index'],
  ['collagen_gain', 'Collagen gained', 'Against the same skin left alone.', 'share'],
  ['scar_index', 'Scar', 'Share of the collagen that lies in disordered bundles.', 'share'],
  ['pih_index', 'Dark marks (pigment)', 'How much darker the skin is than the same skin left alone.', 'index'],
  ['ita', 'Skin tone (ITA)', 'Individual typology angle: higher is lighter.', 'angle'],
  ['bacterial_load', 'Bacteria', 'Living bacteria on and in the skin.', 'index'],
];
const known_curve = (name) => curves.find(([n]) => n === name);
const series_of = (name) => runs.map((run) => run.series[name]);
const first_of = (name) => series_of(name).find((series) => series);
const has_series = (name) => series_of(name).some((series) => series);
const all_series = [...new Set(runs.flatMap((run) => Object.keys(run.series)))].sort();
const last_day = Math.max(1, ...runs.map((run) => run.time_d.at(-1) ?? 0));
const last_session = Math.max(0, ...runs.flatMap((run) => run.session_d));

/** All runs on one list of times, as uPlot wants it. Of a time that was seen twice (before and after an act) the later look stays. */
function aligned(name) {
  const days = [...new Set(runs.flatMap((run) => run.time_d))].sort((a, b) => a - b);
  const columns = runs.map((run) => {
    const series = run.series[name];
    if (!series) return days.map(() => null);
    const at = new Map(run.time_d.map((day, i) => [day, series.value[i]]));
    return days.map((day) => at.get(day));  // undefined: this run did not look then; the line goes on
  });
  return [days, ...columns];
}

/** Value of a run at a day, straight between observations; null outside them. */
function value_at(run, name, day) {
  const days = run.time_d, values = run.series[name]?.value;
  if (!values || !days.length || day < days[0] || day > days.at(-1)) return null;
  let low = 0, high = days.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (days[middle] <= day) low = middle;
    else high = middle;
  }
  const a = values[low], b = values[high], width = days[high] - days[low];
  if (a === null || b === null) return null;
  return width > 0 ? a + (b - a) * (day - days[low]) / width : b;
}

const largest = (name) => Math.max(0, ...series_of(name).flatMap((series) => series?.value ?? []).map((value) => Math.abs(value ?? 0)));
/** A value of a series as people read it: what is ten thousand times less than the highest is nearly nothing. */
function told(name, value) {
  const {unit} = first_of(name);
  if (value === null || value === undefined) return '–';
  return value !== 0 && Math.abs(value) < 1e-4 * largest(name) ? '≈ 0' : with_unit(value, unit);
}

/** The curve of one run in a sentence. */
function summary(run, name) {
  const series = run.series[name];
  if (!series) return 'not followed';
  let low = -1, high = -1;
  series.value.forEach((value, i) => {
    if (value === null) return;
    if (low < 0 || value < series.value[low]) low = i;
    if (high < 0 || value > series.value[high]) high = i;
  });
  if (low < 0) return 'no values';
  const at = (i) => `${told(name, series.value[i])} on ${day_text(run.time_d[i])}`;
  const end = `${told(name, series.value.at(-1))} at the end`;
  return series.value[high] === series.value[low] ? `always ${told(name, series.value[low])}`
    : `highest ${at(high)}, lowest ${at(low)}, ${end}`;
}
const spoken = (name, title) => `${title} over ${num(last_day)} days. ` +
  runs.map((run, i) => `${letters[i]}, ${run.title}: ${summary(run, name)}.`).join(' ');

/** The curve as a table: closely at first, then every four weeks. */
function curve_table(name, title) {
  const days = [0, 0.25, 0.5, 1, 2, 3, 5, 7, 10, 14, 21];
  for (let day = 28; day < last_day; day += 28) days.push(day);
  days.push(last_day);
  const rows = [...new Set(days)].filter((day) => day <= last_day).map((day) => [num(day),
    ...runs.map((run) => el('td', {class: 'number'}, told(name, value_at(run, name, day))))]);
  return table(`${title} by day`, ['Day', ...run_heads()], rows);
}
