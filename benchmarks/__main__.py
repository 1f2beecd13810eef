"""`python -m benchmarks`: measure how cspsite and MkDocs grow with the number of pages, and what a reader waits for."""

from __future__ import annotations

import click

from benchmarks.measure import Measured, measure, measure_numbers, measure_past
from benchmarks.reading import measure_reading
from benchmarks.shape import Shape, of_pages
from benchmarks.table import numbers_table, reading_table, table


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--pages", "sizes", type=int, multiple=True, default=(2000,), show_default=True, help="How many pages.")
@click.option("--quick", is_flag=True, help="Measure 200 pages only, in about a minute.")
@click.option("--numbers", is_flag=True, help="Measure figures, evidence and control charts alone.")
@click.option("--past", is_flag=True, help="Measure the pages of changes of 40 meetings alone.")
@click.option("--reading", is_flag=True, help="Measure alone what a reader with a slow phone waits for.")
@click.option(
    "--shape",
    "shapes",
    type=int,
    nargs=4,
    multiple=True,
    metavar="GROUPS MEETINGS INDICATORS MONTHS",
    help="A partnership of this shape instead.",
)
def main(
    sizes: tuple[int, ...],
    quick: bool,
    numbers: bool,
    past: bool,
    reading: bool,
    shapes: tuple[tuple[int, int, int, int], ...],
) -> None:
    """Publish partnerships of several sizes and print the CPU seconds and the memory that it took.

    After that, the same of the numbers of 300 indicators over 20 years, and of the history of 40 meetings; then what a
    reader with a slow phone waits for.

    Options may be given several times. Nothing is written but a temporary folder.
    """
    wanted = [Shape(*shape) for shape in shapes] or [of_pages(pages) for pages in ((200,) if quick else sizes)]
    everything = not (numbers or past or reading)
    if everything:
        click.echo(table([_announced(shape) for shape in wanted]) + "\n")
    if numbers or everything:
        click.echo("measuring numbers …", err=True)
        click.echo(numbers_table(measure_numbers()) + "\n")
    if past or everything:
        click.echo("measuring the past …", err=True)
        click.echo(numbers_table(measure_past()) + "\n")
    if reading or everything:
        click.echo("measuring what a reader waits for …", err=True)
        click.echo(reading_table(measure_reading()))


def _announced(shape: Shape) -> Measured:
    click.echo(f"measuring {shape.pages:,} pages …", err=True)
    return measure(shape)


if __name__ == "__main__":
    main()
