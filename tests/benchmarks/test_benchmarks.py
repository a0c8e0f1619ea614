"""What holds for the benchmarks on any machine; no time is measured here."""

import importlib
import pkgutil

import pytest

import benchmarks
from benchmarks import machine
from benchmarks.__main__ import GROUPS
from benchmarks.archive import written
from benchmarks.editor_stories import different
from benchmarks.figures import Figure, goal, number, percentile, spread, table

MODULES = sorted(module.name for module in pkgutil.iter_modules(benchmarks.__path__))


@pytest.mark.parametrize("name", MODULES)
def test_module_can_be_imported(name: str) -> None:
    assert importlib.import_module(f"benchmarks.{name}").__doc__


@pytest.mark.parametrize("name", [module for module, _ in GROUPS.values()])
def test_group_can_be_measured(name: str) -> None:
    assert callable(importlib.import_module(f"benchmarks.{name}").measure)


@pytest.mark.parametrize(("share", "value"), [(1, 1), (50, 50), (95, 95), (99, 99), (100, 100)])
def test_percentile_is_the_nearest_rank(share: float, value: int) -> None:
    assert percentile(range(100, 0, -1), share) == value


@pytest.mark.parametrize(("values", "share"), [([], 50), ([1.0], 0), ([1.0], 101)])
def test_percentile_of_nothing_is_refused(values: list[float], share: float) -> None:
    with pytest.raises(ValueError, match="a percentile needs values"):
        percentile(values, share)


def test_number_has_the_digits_that_a_reader_can_use() -> None:
    assert [number(value) for value in (0.0421, 0.421, 4.21, 42.1, 4210.0)] == ["0.042", "0.42", "4.2", "42", "4,210"]


@pytest.mark.parametrize(("count", "last"), [(99, "worst"), (100, "p99")])
def test_few_values_have_a_worst_and_no_p99(count: int, last: str) -> None:
    assert f", {last} " in spread([1.0] * count)


@pytest.mark.parametrize(("reached", "said"), [(10, "p99 ≤ 10 ms"), (12.5, "p99 ≤ 10 ms, missed by 2.5")])
def test_goal_says_by_how_much_it_is_missed(reached: float, said: str) -> None:
    assert goal(10, "ms", reached, "p99") == said


def test_columns_of_the_table_stand_below_each_other() -> None:
    lines = table([Figure(what="a", figure="1 ms"), Figure(what="longer", figure="22 ms", beside="3 ms")]).splitlines()
    assert [line.index("ms") for line in lines[2:]] == [lines[0].index("figure") + 2, lines[0].index("figure") + 3]


@pytest.mark.parametrize(("load", "lines"), [(None, 1), (0.4, 1), (machine.BUSY + 0.1, 2)])
def test_busy_machine_is_told(load: float | None, lines: int) -> None:
    assert len(machine.describe(load, 2, "A processor")) == lines


def test_groups_that_began_on_a_busy_machine_are_named() -> None:
    said = machine.told_loads({"start": 0.5, "list": 2.25, "save": None})
    care = "Read with care, as something else was at work: list."
    assert said == f"Load average as each began: start 0.50, list 2.25. {care}"


def test_archive_is_the_same_in_every_run() -> None:
    assert list(written(30)) == list(written(30))


def test_stories_to_open_are_all_different() -> None:
    stories = [article for article, _ in different(100, 5)]
    assert len({article.id for article in stories}) == len({article.body_markdown for article in stories}) == 5
