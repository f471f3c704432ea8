// SPDX-License-Identifier: Apache-2.0
// Title, key of colours and the verdict cards.
const level_names = ['none', 'mild', 'marked', 'severe'];

/** A level as a shape of its own, so that colour is never needed: ring, triangle, diamond, filled octagon. */
function shape(level) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `level-${level}`);
  const points = {mild: '12,3 22,21 2,21', marked: '12,1 23,12 12,23 1,12', severe: '8,1 16,1 23,8 23,16 16,23 8,23 1,16 1,8'};
  const mark = document.createElementNS(space, points[level] ? 'polygon' : 'circle');
  if (points[level]) mark.setAttribute('points', points[level]);
  else for (const [name, value] of [['cx', 12], ['cy', 12], ['r', 9]]) mark.setAttribute(name, value);
  mark.setAttribute('fill', level === 'marked' || level === 'severe' ? 'currentColor' : 'none');
  mark.setAttribute('stroke', 'currentColor');
  mark.setAttribute('stroke-width', '2.5');
  svg.append(mark);
  if (level === 'severe') {
    const bar = document.createElementNS(space, 'rect');
    for (const [name, value] of [['x', 5.5], ['y', 10], ['width', 13], ['height', 4], ['fill', 'var(--card)']]) bar.setAttribute(name, value);
    svg.append(bar);
  }
  return svg;
}

function build_head() {
  const title = runs.length === 1 ? runs[0].title : `${runs.length} routines compared`;
  find('#title').textContent = title;
  document.title = `${title} – Cicatrix report`;
  const key = find('#key');
  runs.forEach((run, i) => {
    const button = el('button', {type: 'button', 'aria-pressed': 'true', title: run.title, 'aria-label': `${letters[i]}: ${run.title}`}, badge(i), swatch(i), el('span', {class: 'name'}, run.title));
    button.addEventListener('click', () => {
      shown[i] = !shown[i];
      button.setAttribute('aria-pressed', String(shown[i]));
      show_runs();
    });
    key.append(button);
  });
  const button = find('#theme');
  button.addEventListener('click', () => set_theme(theme === 'dark' ? 'light' : 'dark'));
}

function harm_line({harm, level, because}) {
  return el('li', {}, shape(level), el('div', {},
    el('p', {}, `${sentence(harm)}: `, el('span', {class: `level level-${level}`}, level)),
    el('p', {class: 'quiet'}, because)));
}

function build_verdicts() {
  find('#levels').append('Each harm is judged: ', ...level_names.map((level) => el('span', {}, shape(level), level)));
  const cards = find('#verdicts .cards');
  runs.forEach((run, i) => {
    const card = el('article', {class: 'card verdict', 'aria-label': run.title},
      el('div', {class: 'heading'}, badge(i), el('h3', {}, run.title)),
      run.note ? el('p', {class: 'note'}, run.note) : null,
      el('ul', {class: 'harms'}, ...run.verdict.map(harm_line)));
    const paint = () => { card.style.borderTopColor = colour(i); };
    paint();
    redraws.push(paint);
    cards.append(card);
  });
}
