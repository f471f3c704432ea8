// SPDX-License-Identifier: Apache-2.0
// The tissue sections on screen: one picture per run, one slider for all.
const view = {field: null, days: [], index: 0, depth: Infinity, stretched: true, shades: shades(true), pictures: []};
const layer_words = {papillary: 'papillary dermis', reticular: 'reticular dermis', basal: 'basal layer'};
const margin = {left: 52, right: 8, top: 6, bottom: 40};

const with_sections = () => data.fields.filter((field) => field.frames.some((frames) => frames.length));
const first_look = Math.min(...runs.flatMap((run) => run.session_d), last_day) + 2;
const max_depth = () => Math.max(...runs.map((run) => run.axes?.z_um.at(-1) ?? 0));

/** Round steps for an axis: about `wanted` of them. */
function axis_ticks(high, wanted) {
  const rough = high / wanted, power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough);
  return Array.from({length: Math.floor(high / step + 1e-9) + 1}, (_, i) => i * step);
}

function draw_axes(ctx, width, height, across, depth) {
  ctx.font = font();
  ctx.fillStyle = ctx.strokeStyle = css('--ink');
  ctx.lineWidth = 1;
  const inner = {width: width - margin.left - margin.right, height: height - margin.top - margin.bottom};
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  for (const tick of axis_ticks(depth, 5)) {
    const y = margin.top + tick / depth * inner.height;
    ctx.fillText(num(tick), margin.left - 7, Math.max(margin.top + 5, y));
    ctx.fillRect(margin.left - 4, Math.round(y), 4, 1);
  }
  ctx.textAlign = 'center';
  ctx.textBaseline = 'top';
  for (const tick of axis_ticks(across, width < 340 ? 3 : 5)) {
    const x = margin.left + tick / across * inner.width;
    ctx.fillText(num(tick), Math.min(x, width - 16), height - margin.bottom + 6);
    ctx.fillRect(Math.round(x), height - margin.bottom, 1, 4);
  }
  ctx.fillText('across (µm)', margin.left + inner.width / 2, height - 17);
  ctx.translate(11, margin.top + inner.height / 2);
  ctx.rotate(-Math.PI / 2);
  ctx.textBaseline = 'middle';
  ctx.fillText('depth (µm)', 0, 0);
  ctx.rotate(Math.PI / 2);
  ctx.translate(-11, -margin.top - inner.height / 2);
}

/** Lines between the layers, and their names where there is room. */
function draw_layers(ctx, run, width, inner, depth) {
  let from = 0;
  ctx.font = font();
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  for (const {name, to_um} of run.layers) {
    const top = margin.top + from / depth * inner, bottom = margin.top + Math.min(to_um, depth) / depth * inner;
    if (to_um < depth) {
      ctx.strokeStyle = 'rgb(255 255 255 / 60%)';
      ctx.setLineDash([4, 4]);
      ctx.beginPath();
      ctx.moveTo(margin.left, Math.round(bottom) + 0.5);
      ctx.lineTo(width - margin.right, Math.round(bottom) + 0.5);
      ctx.stroke();
    }
    ctx.setLineDash([]);
    if (bottom - top >= 17) {
      const place = [layer_words[name] ?? words(name), width - margin.right - 6, (top + bottom) / 2];
      ctx.lineWidth = 3;
      ctx.strokeStyle = 'rgb(0 0 0 / 75%)';
      ctx.strokeText(...place);
      ctx.fillStyle = '#fff';
      ctx.fillText(...place);
      ctx.lineWidth = 1;
    }
    from = to_um;
    if (from >= depth) break;
  }
}

function draw_picture(picture) {
  const {canvas, run, label} = picture, frames = view.field.frames[run];
  const width = picture.box.clientWidth;
  if (!width) return;
  const height = Math.round(Math.min(430, Math.max(260, width * 0.8)));
  const ctx = prepare(canvas, width, height);
  ctx.clearRect(0, 0, width, height);
  const frame = frame_near(view.field, run, view.days[view.index]);
  if (!frame) {
    label.textContent = frames.length ? '' : 'no section of this';
    canvas.setAttribute('aria-label', 'No section');
    return;
  }
  const {x_um, z_um} = runs[run].axes, across = x_um.at(-1), depth = Math.min(view.depth, z_um.at(-1));
  const inner = {width: width - margin.left - margin.right, height: height - margin.top - margin.bottom};
  const xs = x_um.map((x) => Math.round(margin.left + x / across * inner.width));
  const codes = codes_of(frame);
  for (let k = 0; k < frame.nz && z_um[k] < depth; k++) {
    const top = Math.round(margin.top + z_um[k] / depth * inner.height);
    const bottom = Math.max(top + 1, Math.round(margin.top + Math.min(z_um[k + 1], depth) / depth * inner.height));
    for (let i = 0; i < frame.nx; i++) {
      const code = codes[k * frame.nx + i];
      if (code === absent) continue;
      ctx.fillStyle = view.shades[code];
      ctx.fillRect(xs[i], top, xs[i + 1] - xs[i], bottom - top);
    }
  }
  draw_layers(ctx, runs[run], width, inner.height, depth);
  draw_axes(ctx, width, height, across, depth);
  Object.assign(picture, {frame, across, depth, width, height});
  label.textContent = sentence(day_text(frame.day));
  canvas.setAttribute('aria-label', `${runs[run].title}, ${words(view.field.name)}, ${section_words(view.field, frame, z_um)}`);
}

/** Tells the value under the pointer. */
function point_at(picture, event) {
  const {frame, across, depth, width, height, run, label} = picture;
  if (!frame) return;
  const box = picture.canvas.getBoundingClientRect(), axes = runs[run].axes;
  const x = (event.clientX - box.left - margin.left) / (width - margin.left - margin.right) * across;
  const z = (event.clientY - box.top - margin.top) / (height - margin.top - margin.bottom) * depth;
  const i = cell_at(axes.x_um, x), k = z < depth ? cell_at(axes.z_um, z) : -1;
  const code = i < 0 || k < 0 ? absent : codes_of(frame)[k * frame.nx + i];
  label.textContent = sentence(day_text(frame.day)) + (code === absent ? '' :
    `, ${num(z)} µm deep: ${with_unit(value_of(view.field, code), view.field.unit)}`);
}

function draw_scale() {
  const {canvas} = view.scale, width = canvas.clientWidth || 300, height = 48;
  const ctx = prepare(canvas, width, height);
  const inner = width - 40;
  for (let x = 0; x < inner; x++) {
    ctx.fillStyle = shade(x / (inner - 1));
    ctx.fillRect(20 + x, 2, 1, 18);
  }
  ctx.fillStyle = css('--ink');
  ctx.font = font();
  ctx.textAlign = 'center';
  const parts = width < 330 ? 2 : 4;
  for (let i = 0; i <= parts; i++) {
    const share = i / parts, value = view.field.low + (view.field.high - view.field.low) * (view.stretched ? share * share : share);
    ctx.fillRect(Math.round(20 + share * (inner - 1)), 20, 1, 4);
    ctx.fillText(num(value), 20 + share * (inner - 1), 39);
  }
  view.scale.unit.textContent = pretty_unit(view.field.unit);
  canvas.setAttribute('aria-label', `Colours from ${num(view.field.low)} (dark) to ${with_unit(view.field.high, view.field.unit)} (light)`);
}

function draw_sections() {
  view.picker.value = String(view.index);
  const text = sentence(day_text(view.days[view.index]));
  view.day.textContent = text;
  view.picker.setAttribute('aria-valuetext', text);
  for (const picture of view.pictures) draw_picture(picture);
  draw_scale();
}

function choose_field(field) {
  const day = view.days[view.index] ?? first_look;  // healthy skin on day 0 has little to show
  view.field = field;
  view.days = frame_days(field);
  view.index = view.days.reduce((best, d, i) => Math.abs(d - day) < Math.abs(view.days[best] - day) ? i : best, 0);
  view.picker.max = String(view.days.length - 1);
  view.meaning.textContent = sentence(field.meaning) + (pretty_unit(field.unit) ? `, in ${pretty_unit(field.unit)}.` : '.');
  draw_sections();
}

function play(button) {
  if (view.timer) {
    clearInterval(view.timer);
    view.timer = null;
  } else {
    view.timer = setInterval(() => {
      view.index = (view.index + 1) % view.days.length;
      draw_sections();
    }, 500);
  }
  button.textContent = view.timer ? 'Stop' : 'Play';
}

function build_section_tools(fields) {
  const tools = find('#sections .tools');
  const select = (label, options, act) => {
    const node = el('select', {onchange: (event) => act(event.target.value)}, ...options.map(([value, text]) => el('option', {value}, text)));
    tools.append(el('label', {}, label, node));
    return node;
  };
  select('Show', fields.map((field, i) => [i, sentence(words(field.name))]), (i) => choose_field(fields[i]));
  const depths = [1000, 300, 120].filter((depth) => depth < max_depth());
  const depth = select('Depth', [[Infinity, `all, ${num(max_depth())} µm`], ...depths.map((d) => [d, `upper ${num(d)} µm`])],
    (value) => { view.depth = Number(value); draw_sections(); });
  if (depths.includes(1000)) depth.value = view.depth = 1000;
  select('Colours', [[1, 'weak values stand out'], [0, 'in proportion']], (value) => {
    view.stretched = value === '1';
    view.shades = shades(view.stretched);
    draw_sections();
  });
  view.picker = el('input', {type: 'range', min: '0', step: '1', id: 'day', oninput: (event) => { view.index = Number(event.target.value); draw_sections(); }});
  view.day = el('output', {class: 'day', for: 'day'});
  tools.append(el('label', {class: 'wide'}, 'Day', view.picker, view.day));
  tools.append(el('button', {type: 'button', onclick: (event) => play(event.target)}, 'Play'));
  view.scale = {canvas: el('canvas', {role: 'img'}), unit: el('span')};
  tools.append(el('div', {class: 'scalebar'}, view.scale.canvas, view.scale.unit));
  view.meaning = el('p', {class: 'lead'});
  tools.after(view.meaning);
  on_width(view.scale.canvas, draw_scale);
}

function build_sections() {
  const fields = with_sections();
  if (!fields.length) {
    find('#sections').hidden = true;
    return;
  }
  view.field = fields[0];
  build_section_tools(fields);
  runs.forEach((run, i) => {
    if (!run.axes) return;
    const canvas = el('canvas', {role: 'img'}), label = el('p', {class: 'readout'}), box = el('div');
    box.append(canvas);
    const picture = {canvas, label, box, run: i};
    canvas.addEventListener('pointermove', (event) => point_at(picture, event));
    canvas.addEventListener('pointerleave', () => draw_picture(picture));
    find('#sections .views').append(el('figure', {class: 'card view'},
      el('div', {class: 'heading'}, badge(i), el('h3', {}, run.title)), box, label));
    view.pictures.push(picture);
    on_width(box, () => draw_picture(picture));
  });
  choose_field(fields[0]);
  redraws.push(draw_sections);
}
