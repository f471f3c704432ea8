// SPDX-License-Identifier: Apache-2.0
// Differences between scenarios, numbers, evidence, provenance and how to run it again.
/** "aftercare[2].product" as "aftercare 2 › product". */
const setting_words = (key) => key.replace(/\[(\d+)\]/g, ' $1').replace(/\./g, ' › ').replace(/_/g, ' ');

function build_differences() {
  const body = find('#differences .body');
  if (runs.length < 2) {
    find('#differences').hidden = true;
    return;
  }
  if (!data.differences.length) {
    body.append(el('p', {}, 'The scenarios do not differ.'));
    return;
  }
  const rows = data.differences.map(({key, meaning, cells}) => [
    [setting_words(key), meaning ? el('small', {}, meaning) : ''],
    ...cells.map(({text, standard}) => el('td', standard ? {class: 'usual'} : {}, text))]);
  body.append(el('p', {class: 'lead'}, 'Only what is not the same in all. Slanted: not written in the scenario, so the usual value holds.'),
    table('Differences between the scenarios', ['Setting', ...run_heads()], rows));
}

// What to read first; the others follow in a list that opens.
const headline = ['wound_depth', 'puncture_density', 'erythema_duration', 'barrier_recovery_time', 'reepithelialisation_time', 'inflammation_auc',
  'resolution_time', 'collagen_gain', 'net_collagen', 'torn_collagen', 'collagen_per_injury', 'scar_index', 'pih_index', 'pih_duration', 'bacterial_load', 'infected'];

function scalar_rows(names) {
  return names.map((name) => {
    const facts = runs.map((run) => run.scalars[name]).find((scalar) => scalar);
    return [[sentence(words(name)), facts.meaning ? el('small', {}, facts.meaning) : ''],
      ...runs.map((run) => el('td', {class: 'number'}, run.scalars[name] ? with_unit(run.scalars[name].value, run.scalars[name].unit) : '–'))];
  });
}

/** Largest and last value of the headline curves. */
function series_rows() {
  const rows = [];
  for (const [name, title] of curves) {
    if (!has_series(name)) continue;
    const cell = (pick) => runs.map((run) => {
      const values = run.series[name]?.value.filter((value) => value !== null) ?? [];
      return el('td', {class: 'number'}, values.length ? told(name, pick(values)) : '–');
    });
    const low = name === 'barrier_integrity' || name === 'ita';
    rows.push([[title, el('small', {}, low ? 'lowest' : 'highest')], ...cell((values) => values.reduce((a, b) => low ? Math.min(a, b) : Math.max(a, b)))]);
    rows.push([[title, el('small', {}, 'at the end')], ...cell((values) => values.at(-1))]);
  }
  return rows;
}

function build_numbers() {
  const all = [...new Set(runs.flatMap((run) => Object.keys(run.scalars)))].sort();
  const first = headline.filter((name) => all.includes(name)), rest = all.filter((name) => !headline.includes(name));
  const body = find('#numbers .body');
  body.append(table('Headline numbers', ['Quantity', ...run_heads()], [...scalar_rows(first), ...series_rows()]));
  if (rest.length) body.append(el('details', {}, el('summary', {}, `${rest.length} more`), table('Other numbers', ['Quantity', ...run_heads()], scalar_rows(rest))));
}

const evidence_words = {
  measured_human: 'measured in people', measured_animal: 'measured in animals', in_vitro: 'measured in the laboratory',
  published_model: 'from a published model', derived: 'worked out from measured numbers', calibrated: 'fitted to data',
  assumed: 'assumed by us', convention: 'definition or numerical setting',
};
const evidence_shades = ['#00734f', '#3b9c78', '#7fc4a5', '#4a86c5', '#8fb6de', '#b7a6d9', '#d98c2b', '#9aa3ad'];

function evidence_bar(counts) {
  const names = Object.keys(evidence_words).filter((name) => counts[name] > 0 && name !== 'convention');
  const total = names.reduce((sum, name) => sum + counts[name], 0);
  const paint = (name) => `background:${evidence_shades[Object.keys(evidence_words).indexOf(name)]}`;
  return [el('div', {class: 'share', role: 'img', 'aria-label': `Evidence for ${total} parameters`},
    ...names.map((name) => el('span', {style: `${paint(name)};flex:${counts[name]}`, title: evidence_words[name]}))),
  el('ul', {class: 'parts'}, ...names.map((name) => el('li', {}, el('i', {style: paint(name)}), `${counts[name]} ${evidence_words[name]}`)))];
}

function build_assumed() {
  const body = find('#assumed .body');
  body.append(el('p', {class: 'lead'}, 'Every number that says something about skin carries its source. Where no measurement was found, ' +
    'we chose a plausible value and say so: the share of those numbers is the share of this model that is opinion. ' +
    'Trust differences between routines more than single values, and large differences more than small ones.'));
  const same = runs.every((run) => JSON.stringify(run.evidence) === JSON.stringify(runs[0].evidence));
  (same ? runs.slice(0, 1) : runs).forEach((run, i) => {
    const heading = same ? el('h3', {}, runs.length > 1 ? 'All routines' : run.title) : el('div', {class: 'heading'}, badge(i), el('h3', {}, run.title));
    body.append(el('div', {}, heading, el('p', {style: 'margin:.2rem 0'}, `${num(100 * run.assumed_share)} % of the parameters are assumed.`), ...evidence_bar(run.evidence)));
  });
  if (data.assumed.length) {
    body.append(el('details', {}, el('summary', {}, `The ${data.assumed.length} assumed parameters, and why these values`),
      table('Assumed parameters', ['Parameter', 'Value', 'Reason'], data.assumed.map((p) => [[p.name, el('small', {}, p.meaning)],
        el('td', {class: 'number'}, with_unit(p.value, p.unit)), el('td', {style: 'min-width:14rem'}, p.why)]))));
  }
}

function build_provenance() {
  const facts = [
    ['Scenario file', (run) => run.path], ['Hash of the result', (run) => el('code', {}, run.hash)], ['Seed', (run) => run.seed],
    ['Resolution', (run) => run.resolution], ['Precision', (run) => run.precision], ['Voxels', (run) => num(run.voxels)],
    ['Time steps', (run) => `${num(run.steps)} (${num(run.rejected)} tried again)`], ['Wall time', (run) => `${num(run.wall_s)} s`],
    ['Small negative values set to zero', (run) => run.clipped_field ? `at most ${num(100 * run.clipped_share)} % of what matters (${run.clipped_field})` : 'none'],
  ];
  const body = find('#provenance .body');
  body.append(table('Provenance of each run', ['', ...run_heads()], facts.map(([name, tell]) => [name, ...runs.map((run) => el('td', {}, tell(run)))])),
    el('p', {class: 'quiet'}, `Cicatrix ${data.cicatrix}, revision ${data.revision}, built with ${data.compiler}.`));
}

function build_reproduce() {
  find('#reproduce .body').append(
    el('p', {}, 'The same scenarios and seeds give the same hashes, on any number of cores:'), el('pre', {class: 'command'}, data.command),
    ...runs.map((run, i) => el('details', {}, el('summary', {}, badge(i), ` ${run.title}: the scenario as it was run`), el('pre', {tabindex: '0'}, run.text))));
}
