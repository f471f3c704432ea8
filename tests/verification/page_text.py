# SPDX-License-Identifier: Apache-2.0
"""The words of docs/verification.md. Every number on the page comes from a test, none from here."""

HEAD = """# Verification

Written by `script/verify` on {date}.

Verification asks whether the equations are solved right, not whether they are the right equations: nothing here says that
the model agrees with skin. Each line below is one figure that a test measured and held to a limit in the same call, so no line
promises more than the suite demands. {count}

`below 1e-12` stands for what would be zero if numbers had all their digits. The suite also holds this page to the last
measurement: a line too few or too many, or a number that is off by more than a factor of two, is a failed test.
"""

PUBLISHED = """\
Five published models of inflammation and healing, run by the well-mixed integrator that cohorts and calibration use. Each is one
readable file in [`tests/verification/published/`](../tests/verification/published), its equations written once beside the paper's
symbols, its parameters in one table with units.

The reference tables were computed once from the public model files by a separate program (explicit Dormand-Prince of order 5,
relative tolerance 1e-9). They are not the papers' own figures, which could not be read. So a line shows that these equations
are solved right, not that the paper's plots are met.

Errors are relative, and each line is the value nearest to its own limit. The rule is 1e-4 of each value. Where a table gives too
few digits for that, half a unit of the last digit is allowed and marked *(digits)*. Values below 1e-6 are not judged: the tables
were made with an absolute tolerance of 1e-12."""

THRESHOLDS = """\
Where the same models switch: the starting value at which healing turns into lasting illness, found by bisection, and the states and
peaks that they reach. Errors are relative; the rule is 1e-3 of each value, or its digits.

Not reproduced:

- Waugh-Sherratt 2007 with pulses of an engineered skin substitute: its parameters are known, but there is no table to hold it to.
- Cooper 2015 with cortisol or oestrogen: the equations are here, but there is no table. Its model file strengthens one loss of debris
  by neutrophils where the other terms have oestrogen. It is reproduced as the file has it.
- Jarrett 2015: no threshold is known to us, only two times of its course.
- Xue 2009, Menke 2010, Segal 2012, Nagaraja 2018, Koppenol 2017, Olsen 1995 and Dale 1996: their equations or their parameters
  could not be read."""

INTEGRATORS = """\
The same models at the times of their tables: the well-mixed mode at the tolerance used above and at the one that it has by default, and
the step that runs whole tissues, in a single voxel. CVODE is a second opinion on the same equations. Each line is the worst
relative error of any value."""

SECTIONS = {
    "published": ("Published models: courses", PUBLISHED, "ctest --test-dir build/release -R '^(Reynolds|Waugh|Cooper|Jarrett)'"),
    "thresholds": ("Published models: thresholds", THRESHOLDS,
                   "ctest --test-dir build/release -R '^(Reynolds|Waugh|Cooper|Jarrett)'"),
    "integrators": ("Published models: our integrators", INTEGRATORS,
                    "ctest --test-dir build/release -R '^(Reynolds|Waugh|Cooper|Jarrett)'"),
    "space": ("Order in space", """\
Diffusion alone, on even and graded grids, with the step made smaller together with the voxels. Second order means that twice
the voxels a side leave a quarter of the error. Errors are the largest of any voxel, of a mode of height 1.""", "ctest --test-dir build/release -R '^Diffusion'"),
    "time": ("Order in time", """\
The whole step, reaction and diffusion together, with given steps and with steps chosen by the tolerance. Errors
are the largest of any voxel and field; fields are of order 1.""",
             "ctest --test-dir build/release -R '^WholeStep'"),
    "conservation": ("Conservation", "Diffusion moves matter and makes none; conversion only changes its kind. Errors are shares of the amount.",
                     "ctest --test-dir build/release -R '(Mass|Conserves|ClosedLayer)'"),
    "rest": ("Rest", "What is at rest stays there, whatever the step.",
             "ctest --test-dir build/release -R '(SteadyState|AgeingAlone)'"),
    "positivity": ("Positivity", "No amount becomes negative, at any step.",
                   "ctest --test-dir build/release -R 'Negative'"),
    "oracle": ("Other solvers", "The engine against solvers that share no code with it, on systems small enough for them.",
               "ctest --test-dir build/release -R '^(Oracle|WellMixed|WholeStep)'"),
    "laws": ("The laws of every mechanism", """\
Each mechanism of the model alone, and all of them together, from an injured state: the engine against CVODE, which is given the
rates but finds the slopes itself. The error is counted in the scale of each field, or in the value where that is larger.""",
             "ctest --test-dir build/release -R '(EachLaw|AllLaws)'"),
    "steps": ("Steps made smaller", """\
The headline outcomes of a shipped scenario, those that `cicatrix compare` prints. An outcome that is one number is
compared with itself; one that is picked from a course, with the most that this course left its start by. Each line is the
outcome that is farthest off. The hour at which the skin is closed moves most with the step; it is told beside the rest.
An outcome that the run did not live to see, or that did not come about, is the same everywhere and says nothing.""", "ctest --test-dir build/release -R verification.refinement"),
    "grids": ("Grids made finer", """\
The same on the grids of `preview`, `standard` and `fine`, on one patch with the same punctures. The fine grid is what the
others are held against, so how far it is off itself is not known. Where errors fall in proportion to the width of voxels the last line says
one half; less than that, and they fall faster.""",
              "ctest --test-dir build/release -R verification.refinement"),
}

STUDIES = {
    False: """\
### Whole courses

Not run yet. `script/verify --refinement` runs the demo's three scenarios in full and keeps the figures here.
""",
    True: """\
### Whole courses

The same for whole scenarios, on one patch for all grids. The suite does not repeat them: they take tens of minutes. They are as old
as the date they give.
""",
}

TAIL = """\
## To make this page

```sh
script/verify                                  # builds and runs the tests above, writes this page
script/verify --refinement                     # also refines steps and grids of three whole scenarios: tens of minutes each
script/verify --refinement cautionary_case     # of one
```
"""
