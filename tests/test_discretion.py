"""What is left out before anything is published: officers' names where they are not shown, and personal details."""

from __future__ import annotations

import pytest

from cspsite.discretion import Discretion
from cspsite.findings import Finding, Place
from cspsite.model import Data, PreparedBy
from cspsite.officers import NAME_MASK, names_in
from tests.builders import COUNTS, ESTIMATES, GLOSSARY, GROUP, MINIMAL, PARTNERSHIP, REPORT, data_of, edited

SHOWN = edited(PARTNERSHIP, "area: Anytown", "area: Anytown\npublication: {officers_names: true}")


def partnership(name: str = "Insp Zebedee Quillfeather", words: str = "", shown: bool = False) -> Data:
    """Return a partnership whose report was completed by `name`, with those words among its achievements."""
    report = MINIMAL[REPORT].replace("name: A Person", f"name: {name!r}")
    report = report.replace("Every lock was fitted.", words or "Every lock was fitted.")
    return data_of({REPORT: report}, SHOWN if shown else {})


def published(data: Data) -> str:
    """Return the first achievement as it may be published."""
    (report,) = Discretion(data).now.reports.values()
    return report.achievements[0]


#: A name as it was typed, words, and what is left of them.
WORDS = [
    ("Insp Zebedee Quillfeather", "Zebedee Quillfeather met them.", f"{NAME_MASK} met them."),
    ("Insp Zebedee Quillfeather", "Insp Zebedee Quillfeather met them.", f"Insp {NAME_MASK} met them."),
    ("Insp Zebedee Quillfeather", "Met Insp Quillfeather’s team.", f"Met Insp {NAME_MASK}’s team."),
    ("Insp Zebedee Quillfeather", "Z. Quillfeather and Z Quillfeather", f"{NAME_MASK} and {NAME_MASK}"),
    ("Insp Zebedee Quillfeather", "ZEBEDEE QUILLFEATHER", NAME_MASK),
    ("Insp Zebedee Quillfeather", "Quillfeather, Zebedee", NAME_MASK),
    ("Insp Zebedee Quillfeather", "Ask PS Quillfeather.", f"Ask PS {NAME_MASK}."),
    ("Insp Zebedee Quillfeather", "Zebedee J Quillfeather, Zebedee J. Quillfeather", f"{NAME_MASK}, {NAME_MASK}"),
    ("Insp Zebedee Quillfeather", "zebedee quillfeather", NAME_MASK),
    ("Insp Zebedee Quillfeather", "QUILLFEATHER Zebedee", NAME_MASK),
    ("Insp Zebedee Quillfeather", "Zebedee&nbsp;Quillfeather", NAME_MASK),
    (
        "Insp Zebedee Quillfeather",
        "[his page](https://a.example/zebedee-quillfeather)",
        f"[his page](https://a.example/{NAME_MASK})",
    ),
    ("Insp Zebedee Quillfeather", "**Zebedee** Quillfeather", f"**{NAME_MASK}"),
    ("zebedee quillfeather", "Zebedee Quillfeather", NAME_MASK),
    ("Zebedee J. Quillfeather", "Zebedee Quillfeather, Zebedee J Quillfeather", f"{NAME_MASK}, {NAME_MASK}"),
    ("Sgt Ann O'Neill", "Ann O’Neill and Sgt. O'Neill", f"{NAME_MASK} and Sgt. {NAME_MASK}"),
    ("Robin Vitiello and Ann Smythe", "Ann Smythe, Robin Vitiello", f"{NAME_MASK}, {NAME_MASK}"),
    ("Quillfeather", "Ask Quillfeather.", f"Ask {NAME_MASK}."),
    # what is no name, or may be something else
    ("Insp Zebedee Green", "All are Green, and Green Street is lit.", "All are Green, and Green Street is lit."),
    ("A Person", "A person asked.", "A person asked."),
    ("Officer", "An Officer asked.", "An Officer asked."),
    ("Coordinator", "The Coordinator asked.", "The Coordinator asked."),
    ("Ann Smythe, Fire service", "The Fire service came.", "The Fire service came."),
    ("Insp Zebedee Quillfeather", "Zebedee Quillfeathers", "Zebedee Quillfeathers"),
    ("robin", "A robin sang.", "A robin sang."),
    ("N/A", "None, n/a or N A.", "None, n/a or N A."),
    ("None", "None was late.", "None was late."),
    ("Not given", "Not given so far.", "Not given so far."),
    ("Community Safety Manager", "The Community Safety Manager asked.", "The Community Safety Manager asked."),
    ("x > y", "Where x > y.", "Where x > y."),
]


@pytest.mark.parametrize("name, words, left", WORDS, ids=[f"{name}: {words}" for name, words, _ in WORDS])
def test_names_are_left_out_of_words(name: str, words: str, left: str) -> None:
    """However a name is written, it is left out; a title stays, and so does what only looks like a name."""
    assert published(partnership(name, words)) == left


def test_names_are_not_shown_unless_the_partnership_says_so() -> None:
    """Without a rule the name is left out of its box, and role and organisation stay."""
    (report,) = Discretion(partnership()).now.reports.values()
    assert report.prepared_by == PreparedBy(role="Officer")


def test_names_are_shown_where_the_partnership_says_so() -> None:
    """With `officers_names: true` nothing is left out: the records are the very same."""
    data = partnership(words="Zebedee Quillfeather met them.", shown=True)
    assert Discretion(data).now is data


def test_details_are_left_out_even_where_names_are_shown() -> None:
    """A telephone number, a personal mailbox and a postcode are never published, whatever the rule for names."""
    words = "Ring 07700 900123 or write to robin.example@example.org at ZZ99 3GZ."
    left = "Ring [telephone number left out] or write to [e-mail address left out] at [postcode left out]."
    assert published(partnership(words=words, shown=True)) == left


def test_public_lines_and_mailboxes_stay() -> None:
    """The line of a service and the mailbox of a role belong to nobody."""
    words = "Ring 0800 555 111 or write to enquiries@example.org."
    assert published(partnership(words=words)) == words


def test_what_is_listed_and_what_is_the_partnerships_own_stays() -> None:
    """A text that is listed as nobody's and the mailbox of a group stay; what cannot be listed is left out."""
    rule = "publication: {not_personal: [MK12 DEF, 07700 900123]}\n"
    report = MINIMAL[REPORT].replace("Every lock was fitted.", "MK12 DEF, safer.homes@example.org, 07700 900123.")
    told = Discretion(data_of({PARTNERSHIP: MINIMAL[PARTNERSHIP] + rule, REPORT: report})).now
    (said,) = told.reports.values()
    assert said.achievements[0] == "MK12 DEF, safer.homes@example.org, [telephone number left out]."
    assert told.partnership.publication.not_personal == ("MK12 DEF", MASK)


def test_digits_of_another_width_are_left_out() -> None:
    """A number in full-width digits goes as any other; a text with such letters and no detail is the very same."""
    assert published(partnership(words="Ring \uff10\uff17\uff17\uff10\uff10 900123.")) == f"Ring {MASK}."
    assert published(partnership(words="The \uff21-Team of 2006.")) == "The \uff21-Team of 2006."


NUMBER, MASK = "01632 960194", "[telephone number left out]"


def test_every_kind_of_text_is_looked_at() -> None:
    """Notes, sources, contacts, the glossary, decisions and titles have their numbers left out; ids and counts stay."""
    data = data_of(
        {
            COUNTS: MINIMAL[COUNTS].replace("2005-04,100,,", f"2005-04,100,,{NUMBER}"),
            ESTIMATES: MINIMAL[ESTIMATES].replace("Office for National Statistics", NUMBER),
            GLOSSARY: f"CCTV: ring {NUMBER}\n",
            GROUP: MINIMAL[GROUP]
            .replace("chair: Fire service", f"chair: Fire service\ncontact: {NUMBER}")
            .replace("Fit new locks", f"Fit locks {NUMBER}"),
            PARTNERSHIP: MINIMAL[PARTNERSHIP].replace(
                "data_to: 2006-07}", f"data_to: 2006-07, decisions: [{NUMBER}]}}"
            ),
        }
    )
    told = Discretion(data).now
    group = told.groups["homes"]
    assert told.observations["burglary"][0].note == MASK
    assert told.observations["burglary"][0].count == 100
    assert told.denominator_values["population"][0].source == MASK
    assert told.glossary["CCTV"] == f"ring {MASK}"
    assert group.contact == MASK
    assert (group.actions[0].title, group.actions[0].id) == (f"Fit locks {MASK}", "locks")
    assert told.partnership.meetings[0].decisions == (MASK,)
    assert told.indicators is data.indicators


def test_an_earlier_version_goes_by_the_rules_of_today() -> None:
    """A version that showed names does not show them any more, nor those that stand in the reports of today only."""
    today = partnership("Ann Smythe")
    before = partnership(words="Ann Smythe met Zebedee Quillfeather.", shown=True)
    (report,) = Discretion(today).data(before).reports.values()
    assert report.achievements == (f"{NAME_MASK} met {NAME_MASK}.",)
    assert report.prepared_by.name is None


def test_findings_name_nobody() -> None:
    """What the checks found is listed on the site, without the name of who completed a report."""
    discretion = Discretion(partnership())
    found = Finding("count-typed", Place("p", 2), "“12 by Zebedee Quillfeather”", "a figure", "Ask Insp Quillfeather.")
    told = discretion.finding(found)
    assert (told.found, told.advice) == (f"“12 by {NAME_MASK}”", f"Ask Insp {NAME_MASK}.")


@pytest.mark.parametrize("word", ["ZEBEDEE", "QUILLFEATHER"])
def test_finding_of_one_word_of_a_name_names_nobody(word: str) -> None:
    """A name in capitals that is taken for a short form does not come back through the finding about it."""
    found = Discretion(partnership()).finding(Finding("acronym-unknown", Place("p", 1), word, "an entry"))
    assert found.found == NAME_MASK


def test_an_organisation_is_no_name() -> None:
    """Words that are a role, a group or whom somebody works for are no names, even where somebody typed them as one."""
    assert names_in(partnership("Officer, Fire service")) == frozenset()
    assert names_in(partnership("Safer Homes")) == frozenset()
    assert names_in(partnership("Zebedee Quillfeather, Council")) == {"Zebedee Quillfeather"}


def test_a_name_in_the_box_of_an_owner_is_left_out() -> None:
    """Whoever is named as an action's owner, a chair or a contact is not, though no role stands in its place."""
    group = MINIMAL[GROUP].replace("owner: Council", "owner: Insp Zebedee Quillfeather")
    group = group.replace("chair: Fire service", "chair: Zebedee Quillfeather\ncontact: Z Quillfeather")
    report = MINIMAL[REPORT].replace("A Person", "Zebedee Quillfeather")
    told = Discretion(data_of({GROUP: group, REPORT: report})).now.groups["homes"]
    assert (told.actions[0].owner, told.chair, told.contact) == (f"Insp {NAME_MASK}", NAME_MASK, NAME_MASK)
