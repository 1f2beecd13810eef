"""YAML to plain values, with the line of each; anything that two readers could read in two ways is a finding."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import yaml

from cspsite.findings import Finding, Place
from cspsite.lines import Key
from cspsite.yaml_syntax import syntax_finding

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: What may open a level. libyaml composes level by level on the machine's stack, which ends the process
#: when it is full; PyYAML's own loader raises RecursionError, and is used where there could be too many.
_OPENS = re.compile(r"[\[{]|[-?]\s")
_MANY = 1000
_TAB = re.compile(r"^ *\t", re.MULTILINE)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ODD_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}([Tt ].*)?|\d{1,2}/\d{1,2}/\d{2,4}")
_INT = re.compile(r"-?(0|[1-9]\d*)")
_FLOAT = re.compile(r"-?(0|[1-9]\d*)\.\d+")
_NUMBER_LIKE = re.compile(
    r"[-+]?(\d[\d_]*)?\.?\d[\d_]*([eE][-+]?\d+)?|[-+]?\d[\d_]*\.|0[xob][0-9a-fA-F_]+|[-+]?\d+(:[0-5]?\d)+(\.\d*)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
_WORDS = {"y", "n", "yes", "no", "on", "off"}
_CONSTANTS: Mapping[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}

Value = None | bool | int | Decimal | date | str | list["Value"] | dict[str, "Value"]


@dataclass
class Document:
    """What a YAML text holds, the line of every key, and what is wrong with it."""

    value: Value = None
    lines: dict[Key, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def read_yaml(path: str, text: str, first_line: int = 1) -> Document:
    """Read one YAML document; `first_line` is the line of the file on which `text` begins."""
    document = Document()
    if match := _TAB.search(text):
        line = text.count("\n", 0, match.start()) + first_line
        document.findings.append(Finding("yaml-tab", Place(path, line), "a tab", "spaces"))
        return document
    try:
        node = yaml.compose(text, Loader=_Loader if len(_OPENS.findall(text)) <= _MANY else yaml.SafeLoader)
        if node is not None:
            _Construct(path, first_line, document).run(node)
    except yaml.YAMLError as error:
        document.findings.append(syntax_finding(path, text, first_line, error))
    except RecursionError:
        found = "lists within lists too deep to follow"
        document.findings.append(Finding("yaml-syntax", Place(path, first_line), found, "a few levels"))
    return document


class _Construct:
    """Builds the value of a node tree, noting lines and findings in the document."""

    def __init__(self, path: str, first_line: int, document: Document) -> None:
        self.path = path
        self.first_line = first_line
        self.document = document
        self.seen: set[int] = set()

    def run(self, node: yaml.Node) -> None:
        """Build the value of the whole document."""
        self.document.value = self.value(node, ())

    def line(self, node: yaml.Node) -> int:
        """The line of the file that a node stands on."""
        return int(node.start_mark.line) + self.first_line

    def note(self, code: str, node: yaml.Node, found: str, expected: str, advice: str = "") -> None:
        """Keep a finding at a node."""
        place = Place(self.path, self.line(node))
        self.document.findings.append(Finding(code, place, found, expected, advice))

    def value(self, node: yaml.Node, key: Key) -> Value:
        """The value of any node."""
        self.document.lines.setdefault(key, self.line(node))
        if id(node) in self.seen:
            place = Place(self.path, self.document.lines[key])
            self.document.findings.append(Finding("yaml-feature", place, "an alias (*)", "the value itself"))
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, key)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*key, i)) for i, item in enumerate(node.value)]
        return self.scalar(node) if isinstance(node, yaml.ScalarNode) else None

    def mapping(self, node: yaml.MappingNode, key: Key) -> Value:
        """The value of a mapping; each key once."""
        result: dict[str, Value] = {}
        for name_node, value_node in node.value:
            if not isinstance(name_node, yaml.ScalarNode):
                self.note("yaml-feature", name_node, "a key that is not a word", "a plain key")
                continue
            if name_node.value == "<<":
                self.note("yaml-feature", name_node, "a merge key (<<)", "the keys themselves")
                continue
            self.scalar(name_node)
            name = str(name_node.value)
            if name in result:
                first = self.document.lines[(*key, name)]
                self.note("yaml-duplicate-key", name_node, f"{name} again", f"{name} once (line {first})")
                continue
            self.document.lines[(*key, name)] = self.line(name_node)
            result[name] = self.value(value_node, (*key, name))
        return result

    def scalar(self, node: yaml.ScalarNode) -> Value:
        """The value of a single scalar, which can be read in one way only."""
        text = str(node.value)
        if node.tag not in _KNOWN_TAGS:
            self.note("yaml-feature", node, f"the tag {node.tag}", "a plain value")
        if node.style:
            return text
        if text.lower() in _CONSTANTS:
            return _CONSTANTS[text.lower()]  # type: ignore[return-value]
        if _INT.fullmatch(text) and len(text) <= 18:
            return int(text)
        if _FLOAT.fullmatch(text):
            return Decimal(text)
        if _DATE.fullmatch(text):
            return self.date(node, text)
        if _ODD_DATE.fullmatch(text):
            self.note("not-a-date", node, text, "a date like 2006-09-11")
            return None
        if text.lower() in _WORDS or _NUMBER_LIKE.fullmatch(text):
            advice = f'Put it in quotes if it is text: "{text}". Write numbers in digits, true or false for yes or no.'
            self.note("yaml-ambiguous", node, text, "a value that can be read in one way only", advice)
        return text

    def date(self, node: yaml.ScalarNode, text: str) -> Value:
        """A date; None with a finding when there is no such day."""
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.note("not-a-date", node, text, "a date that exists")
            return None


_PLAIN_TYPES = ("str", "int", "float", "bool", "null", "timestamp", "merge", "value")
_KNOWN_TAGS = {f"tag:yaml.org,2002:{name}" for name in _PLAIN_TYPES}
