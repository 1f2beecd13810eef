"""A partnership whose every text tries to be something else than text."""

from __future__ import annotations

import json

from tests import builders

#: Characters that HTML, Markdown, Jinja or a browser would make something of.
TEXT = (
    "<script>window.hit=1</script> \"><img src=x onerror=window.hit=1> '><b onclick=hit>b</b> {{ 7*7 }} {% raw %} "
    "[x](javascript:window.hit=1) ![x](https://evil.example/x.png) <https://evil.example> *a* _b_ **c** `d` # e | f | "
    "~~g~~ {#id} {: .name } &lt; &amp;amp; \\* \\ [^1] [[w]] :smile: ${h} -- ... --- +++ <!-- i --> 1. j"
)
#: The same for prose, which is Markdown, and where `{{` begins a figure: nothing in it may become HTML or a picture.
PROSE = (
    '<script>window.hit=1</script> "><img src=x onerror=window.hit=1> [x](javascript:window.hit=1) '
    "![y](https://evil.example/y.png) [z](data:text/html,hit) <iframe src=x></iframe> &lt;b&gt; {% raw %} {#id}"
)

#: The same for a report's headings, where a figure is refused.
HEADING = TEXT.replace("{{ 7*7 }} ", "")

CELL = '"' + TEXT.replace('"', '""') + '"'


def _yaml(**values: object) -> str:
    return json.dumps(values, ensure_ascii=False)


FILES = {
    builders.PARTNERSHIP: _yaml(
        name=TEXT,
        area=TEXT,
        board=TEXT,
        illustrative=TEXT,
        strategy={"start": "2005-04-01", "end": "2008-03-31", "baseline": "2005/06"},
        licence={"name": TEXT, "url": 'https://example.org/"><script>window.hit=1</script>', "attribution": TEXT},
        meetings=[{"date": "2006-09-11", "data_to": "2006-07", "illustrative": TEXT}],
        form={"achievements": 1, "barriers": 1, "plans_for": TEXT},
    ),
    builders.GLOSSARY: _yaml(**{"<B>": TEXT, "CCTV": TEXT}),
    builders.POPULATION: _yaml(name=TEXT, noun=TEXT, scale=1000, illustrative=TEXT),
    builders.ESTIMATES: f"reference_date,value,published,source\n2005-06-30,100000,2006-08-24,{CELL}\n",
    builders.INDICATOR: _yaml(
        name=TEXT,
        definition=TEXT,
        unit=TEXT,
        source=TEXT,
        polarity="lower_is_better",
        frequency="month",
        measure={"per": "population"},
        illustrative=TEXT,
    ),
    builders.COUNTS: builders.MINIMAL[builders.COUNTS].replace("2006-07,95,,", f"2006-07,95,e,{CELL}"),
    builders.GROUP: _yaml(
        name=TEXT,
        objective=TEXT,
        chair=TEXT,
        contact=TEXT,
        illustrative=TEXT,
        targets=[
            {
                "id": "burglary",
                "wording": TEXT,
                "local_target": TEXT,
                "indicator": "burglary",
                "kind": "reduce_by_percent",
                "change": 10,
                "measure": {"per": "population"},
            }
        ],
        actions=[
            {"id": "locks", "title": TEXT, "targets": ["burglary"], "owner": TEXT},
            {"id": "doors", "title": TEXT},
        ],
    ),
    builders.REPORT: f"""\
---
data_to: 2006-07
classification: OFFICIAL
prepared_by: {_yaml(name=TEXT, role=TEXT, organisation=TEXT)}
illustrative: {json.dumps(TEXT)}
---

## Achievements

- {PROSE}

## Barriers

- {PROSE}

## Updates

### {HEADING} {{#locks.burglary}}

**Status:** Red

#### Progress

There were {{{{ burglary.count }}}} burglaries. {PROSE}

#### Plans for the next two months

{PROSE}

#### Remedial action

{PROSE}

## Other issues

### {HEADING}

**For:** {HEADING}

{PROSE}
""",
}
