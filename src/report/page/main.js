// SPDX-License-Identifier: Apache-2.0
// Builds the page from top to bottom, then says that it is ready.
document.documentElement.dataset.theme = theme;
build_head();
build_verdicts();
build_curves();
build_sections();
build_differences();
build_numbers();
build_assumed();
build_provenance();
build_reproduce();
set_theme(theme);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (event) => set_theme(event.matches ? 'dark' : 'light'));

let before_print = null;
window.addEventListener('beforeprint', () => { before_print = theme; set_theme('light'); });
window.addEventListener('afterprint', () => set_theme(before_print ?? theme));
window.cicatrix_report_ready = true;
