"""The data page: licence, downloads, what the columns mean, and everything that the checks found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from cspsite import print_findings, schema
from cspsite.exports import chart as chart_export
from cspsite.exports import datapackage
from cspsite.exports import series as export
from cspsite.exports.tables import TABLES
from cspsite.findings import Finding
from cspsite.model import Codes
from cspsite.pages import addresses
from cspsite.pages.downloads import Downloads, documents
from cspsite.pages.environment import size
from cspsite.pages.page import File, Page
from cspsite.pages.site import Site, render
from cspsite.words import day_words

#: The types of a table's files.
_TYPES = (("csv", "text/csv"), ("json", "application/json"))


@dataclass(frozen=True, slots=True)
class Download:
    """One series in the list of downloads."""

    name: str
    illustrative: bool
    periods: int
    start: str
    end: str
    csv: str
    json: str
    address: str = ""


def pages(site: Site) -> Iterator[Page | File]:
    """All tables, the reports' documents, the denominators' files, and the page that lists them."""
    data, downloads = site.data, Downloads(site)
    yield from downloads.files()
    yield from documents(site)
    yield Page(
        address=addresses.DATA,
        title="Data",
        description="Every count, figure, status and report as CSV and JSON, what each column means, and the licence.",
        markdown=render(
            "data.md.j2",
            addresses.DATA,
            licence=data.partnership.licence,
            partnership=data.partnership,
            codes=_codes(data.partnership.codes),
            indicators=sorted(_indicators(site), key=lambda row: row.name),
            denominators=list(_denominators(site)),
            dictionary=_dictionary(),
            tables=downloads.sizes,
            package=size(downloads.package),
            archive=size(downloads.archive),
            documents=list(_documents(site)),
            sources=datapackage.sources(site.source),
            latest=site.latest,
            url=site.url,
            schemas=[(name, f"{addresses.SCHEMAS}{name}.json") for name in schema.NAMES],
            found=_by_file(site.findings),
            summary=print_findings.summary(site.findings),
            illustrations=site.illustrations(("the partnership", data.partnership)),
        ),
        source="",
        tags=("CSV", "JSON", "download", "downloads"),
        dataset=_dataset(site) if site.url else None,
    )
    yield from _estimates(site)


def _estimates(site: Site) -> Iterator[File]:
    """The estimates of each denominator, in two files of their own."""
    data = site.data
    for id, values in data.denominator_values.items():
        found, definition = export.estimates(values), data.denominators.get(id)
        yield File(addresses.denominator_download(id, "csv"), export.denominator_csv(found))
        as_json = export.denominator_json(id, definition, found, data.partnership.licence)
        yield File(addresses.denominator_download(id, "json"), as_json)


def _dataset(site: Site) -> dict[str, object]:
    """The data as a Dataset of schema.org, for search engines that list data."""
    partnership = site.data.partnership
    files = [(f"{site.url}{addresses.table(table.name, ending)}", type) for table in TABLES for ending, type in _TYPES]
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": f"{partnership.name}: progress reports",
        "description": datapackage.description(partnership),
        "url": f"{site.url}{addresses.DATA}",
        "license": partnership.licence.url,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": partnership.name},
        "spatialCoverage": partnership.area,
        **({"version": site.latest.date.isoformat()} if site.latest else {}),
        "distribution": [
            {"@type": "DataDownload", "contentUrl": address, "encodingFormat": type} for address, type in files
        ],
    }


def _documents(site: Site) -> Iterator[tuple[str, str]]:
    """The reports of the latest meeting as documents, by the name of their group."""
    for id, group in site.data.groups.items():
        if site.latest and site.report(id, site.latest.date):
            yield group.name, addresses.report_document(id, site.latest.date)


def _codes(codes: Codes) -> list[tuple[str, str]]:
    """The official codes that are given, with their names."""
    named = {name.replace("_", " ").capitalize(): code for name, code in codes}
    return [(f"{name} code", code) for name, code in named.items() if code]


def _indicators(site: Site) -> Iterator[Download]:
    for id, indicator in site.data.indicators.items():
        series = site.figures.series[id]
        span = series.span
        yield Download(
            name=indicator.name,
            illustrative=site.is_illustrative(id),
            periods=sum(observation.count is not None for observation in series.observations()),
            start=span.start.words if span else "–",
            end=span.end.words if span else "–",
            csv=addresses.download(id, "csv"),
            json=addresses.download(id, "json"),
            address=addresses.indicator(id),
        )


def _denominators(site: Site) -> Iterator[Download]:
    for id, values in site.data.denominator_values.items():
        definition = site.data.denominators.get(id)
        dates = [day_words(value.reference_date) for value in values] or ["–"]
        yield Download(
            name=definition.name if definition else id,
            illustrative=bool(definition and definition.illustrative),
            periods=len(values),
            start=dates[0],
            end=dates[-1],
            csv=addresses.denominator_download(id, "csv"),
            json=addresses.denominator_download(id, "json"),
        )


def _dictionary() -> list[tuple[str, str, str]]:
    rows = [(column, "series", meaning) for column, meaning in export.COLUMNS.items()]
    rows += [(column, "denominators", meaning) for column, meaning in export.DENOMINATOR_COLUMNS.items()]
    return rows + [(column, "charts", meaning) for column, meaning in chart_export.COLUMNS.items()]


def _by_file(findings: tuple[Finding, ...]) -> list[tuple[str, list[Finding]]]:
    return [(path, list(found)) for path, found in groupby(findings, key=lambda finding: finding.place.path)]
