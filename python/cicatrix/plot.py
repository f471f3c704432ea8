# SPDX-License-Identifier: Apache-2.0
"""Drawing: curves, sections, maps and colours of the skin, with matplotlib.

``cx.plot`` is there with the package; matplotlib is loaded by the first call that draws. Every function draws into the
axes that it is given, or into a new figure of the width of a phone, and gives the axes back, so that all of matplotlib
may go on from there. Axes carry units, sessions are marked, and colours are those that colour-blind people tell apart.

>>> import cicatrix as cx
>>> tiny = {"device": {"needle_length": "0.5 mm"}, "routine": {"sessions": 1},
...         "run": {"follow_up": "1 d", "resolution": {"nx": 2, "ny": 2, "lateral": "500 um",
...                                                    "finest": "18 um", "growth": 1.6, "coarsest": "300 um"}}}
>>> ax = cx.plot.courses(cx.run(tiny), "erythema")
>>> ax.get_xlabel()
'time [d]'
"""

from __future__ import annotations

from ._courses import courses
from ._histology import histology
from ._maps import design_map
from ._sections import section
from ._skin_colour import skin_colour

__all__ = ["courses", "design_map", "histology", "section", "skin_colour"]
