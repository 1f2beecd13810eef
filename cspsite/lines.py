"""On which line of which file each value of a record stands."""

from __future__ import annotations

from collections.abc import Mapping

from cspsite.findings import Place

Key = tuple[str | int, ...]


class Lines:
    """An index from file and key path, such as `("targets", 0, "indicator")`, to a line."""

    def __init__(self) -> None:
        self._files: dict[str, Mapping[Key, int]] = {}

    def add(self, path: str, lines: Mapping[Key, int]) -> None:
        """Remember the lines of one file."""
        self._files[path] = {**self._files.get(path, {}), **lines}

    def add_all(self, other: Lines) -> None:
        """Take over the lines of files of which none are known yet."""
        self._files |= other._files

    def without_items(self, path: str, items: set[tuple[str, int]]) -> None:
        """Forget list items, such as `("targets", 0)`, and let those after them move up."""
        kept: dict[Key, int] = {}
        for key, line in self._files.get(path, {}).items():
            if len(key) > 1 and isinstance(key[1], int):
                if key[:2] in items:
                    continue
                moved = sum(name == key[0] and i < key[1] for name, i in items)
                kept[(key[0], key[1] - moved, *key[2:])] = line
            else:
                kept[key] = line
        self._files[path] = kept

    def place(self, path: str, *key: str | int) -> Place:
        """Where `key` stands, or else the nearest thing around it, or else the first line."""
        lines = self._files.get(path, {})
        while key and key not in lines:
            key = key[:-1]
        return Place(path, lines.get(key, 1))

    def has(self, path: str, *key: str | int) -> bool:
        """Whether `key` stands in the file itself."""
        return key in self._files.get(path, {})

    def item_at(self, path: str, line: int) -> Key:
        """The key at the top of a file, or the item of such a key's list, that a line belongs to; () above them all."""
        lines = self._files.get(path, {})
        tops = [key for key in lines if len(key) == 1 or (len(key) == 2 and isinstance(key[1], int))]
        return max((key for key in tops if lines[key] <= line), key=lambda key: (lines[key], len(key)), default=())
