// SPDX-License-Identifier: Apache-2.0
// The tissue sections' data: packed bytes back to codes, codes to values and colours.
const highest_code = 254, absent = 255;

/** Undoes base64 and the packing of runs; kept, as the slider comes back to a day. */
function codes_of(frame) {
  if (frame.codes) return frame.codes;
  const packed = Uint8Array.from(atob(frame.data), (c) => c.charCodeAt(0));
  const codes = new Uint8Array(frame.nx * frame.nz);
  for (let from = 0, to = 0; from < packed.length;) {
    const head = packed[from++];
    if (head < 128) {
      codes.set(packed.subarray(from, from + head + 1), to);
      from += head + 1;
      to += head + 1;
    } else {
      codes.fill(packed[from++], to, to + 257 - head);
      to += 257 - head;
    }
  }
  return frame.codes = codes;
}

const value_of = (field, code) => field.low + (field.high - field.low) * (code / highest_code) ** 2;

// Dark to light through blue and sand: lightness rises all the way, so it also reads in grey and with any colour vision.
const stops = [[13, 17, 48], [30, 52, 106], [54, 96, 138], [112, 139, 141], [176, 168, 120], [232, 196, 92], [255, 240, 184]];
function shade(share) {
  const at = Math.min(Math.max(share, 0), 1) * (stops.length - 1);
  const low = Math.min(Math.floor(at), stops.length - 2);
  return `rgb(${stops[low].map((from, i) => Math.round(from + (stops[low + 1][i] - from) * (at - low))).join(' ')})`;
}
/** Colours by code. `stretched`: the square-root scale in which the codes are kept, so weak values show. */
const shades = (stretched) => Array.from({length: highest_code + 1}, (_, code) => {
  const share = code / highest_code;
  return shade(stretched ? share : share * share);
});

/** The frame of a run nearest to a day. */
function frame_near(field, run, day) {
  let best = null;
  for (const frame of field.frames[run]) if (!best || Math.abs(frame.day - day) < Math.abs(best.day - day)) best = frame;
  return best;
}
const frame_days = (field) => [...new Set(field.frames.flat().map((frame) => frame.day))].sort((a, b) => a - b);

/** Index of the cell that holds a place; -1 outside. */
function cell_at(edges, place) {
  for (let i = 0; i + 1 < edges.length; i++) if (place >= edges[i] && place < edges[i + 1]) return i;
  return -1;
}

/** What a section shows, in words. */
function section_words(field, frame, depths) {
  let top = -1;
  const codes = codes_of(frame);
  codes.forEach((code, i) => { if (code !== absent && (top < 0 || code > codes[top])) top = i; });
  if (top < 0) return 'no values';
  const row = Math.floor(top / frame.nx);
  return `${day_text(frame.day)}: highest ${with_unit(value_of(field, codes[top]), field.unit)} at ` +
    `${num((depths[row] + depths[row + 1]) / 2)} µm below the surface`;
}
