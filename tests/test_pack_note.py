"""The note to a meeting's papers holds what they need, and nothing else."""

from __future__ import annotations

from cspsite.pack.note import Source, note
from tests import builders
from tests.rendering import ROOT, site

_TWO = {builders.GLOSSARY: "CCTV: closed-circuit television\nTTG: Tactical Tasking Group\n"}


def test_note() -> None:
    """Only the marks and short forms that stand in the papers, whole words alone, and the sources of their figures."""
    made = note(site(builders.tree(_TWO)), ["homes"]).to("512 [e], and [q]; TTGs and a CCTV. [f]")
    assert made.markers == ("e", "f")
    assert made.short_forms == (("CCTV", "closed-circuit television"),)
    assert made.rule == "on or ahead of course Green, behind by up to 5 percentage points Amber, by more Red"
    assert made.sources == (
        Source("Burglary", "Anytown Police, taken on 14 August 2006", "indicators/burglary/", False),
        Source("Population", "Office for National Statistics", "data/", False),
    )


def test_terms() -> None:
    """Only what the evidence says is explained, however its words are broken over lines, in the order of reading."""
    made = note(site(builders.tree()), ["homes"])
    said = "No clear\nchange, 0.91 times (95% interval 0.80 to 1.03). If things go on\nas they are, it ends with 9."
    assert [term for term, _ in made.to(said).terms] == [
        "95% interval",
        "no clear change",
        "if things go on as they are",
    ]
    assert made.to("There were 9 burglaries, 2 fewer than in May.").terms == ()


def test_every_term_is_said_by_the_evidence() -> None:
    """No term is explained that the words of evidence no longer use."""
    made = note(site(builders.tree()), ["homes"])
    words = (ROOT / "cspsite").rglob("*.py")
    said = " ".join(path.read_text("utf-8") for path in words if path.name != "note.py")
    said += " ".join(path.read_text("utf-8") for path in (ROOT / "cspsite/pages/templates").glob("*.j2"))
    assert len(made.to(said).terms) == 7


def test_note_to_no_group() -> None:
    """Papers without groups have no sources."""
    assert note(site(builders.tree()), []).sources == ()


def test_source_of_a_sum_and_of_nothing() -> None:
    """An indicator that says no source says so; one that is a sum has that of its parts."""
    changed = builders.edited(builders.INDICATOR, "source: Anytown Police\nextracted: 2006-08-14\n", "")
    made = note(site(builders.tree(changed)), ["homes"])
    assert made.sources[0].source == "not stated"
