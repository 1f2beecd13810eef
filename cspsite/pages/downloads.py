"""The tables as files: CSV and JSON of each at an address that stays, and all of them as a data package."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from cspsite.exports import datapackage, reports
from cspsite.exports.table import Made, Table
from cspsite.exports.tables import TABLES
from cspsite.pages import addresses
from cspsite.pages.page import File
from cspsite.pages.site import Site

#: The moment of every file in the archive: the same data make the same archive.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the two files of a table are, in bytes, and how many rows they have."""

    table: Table
    rows: int
    csv: int
    json: int


def about(site: Site) -> dict[str, object]:
    """What every JSON file says of the data that it is a part of."""
    partnership = site.data.partnership
    return {
        "partnership": partnership.name,
        "licence": partnership.licence.model_dump(mode="json"),
        "sources": datapackage.sources(site.source),
        "illustrative": partnership.illustrative,
    }


class Downloads:
    """The files of all tables, and what is known of them once they are made."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.sizes: list[Sizes] = []
        self.package = self.archive = 0

    def files(self) -> Iterator[File]:
        """Every file, one at a time: only the archive is kept while the others are made."""
        packed, resources = io.BytesIO(), []
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for table in TABLES:
                made = Made(table, tuple(table.rows(self.site.source)))
                csv, json = made.csv().encode(), made.json(about(self.site)).encode()
                resources.append(datapackage.resource(table, csv))
                self.sizes.append(Sizes(table, len(made.rows), len(csv), len(json)))
                _put(archive, f"{table.name}.csv", csv)
                yield File(addresses.table(table.name, "csv"), csv)
                yield File(addresses.table(table.name, "json"), json)
            package = datapackage.package(self.site.source, resources, self.site.url).encode()
            _put(archive, "datapackage.json", package)
        self.package, self.archive = len(package), packed.tell()
        yield File(addresses.PACKAGE, package)
        yield File(addresses.ARCHIVE, packed.getvalue())


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _NO_TIME), content, zipfile.ZIP_DEFLATED)


def documents(site: Site) -> Iterator[File]:
    """Each report as a document."""
    for (group, day), report in site.data.reports.items():
        if group in site.data.groups:
            yield File(addresses.report_document(group, day), reports.document(site.source, report, about(site)))
