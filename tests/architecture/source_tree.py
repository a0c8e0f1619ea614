"""The project's own Python files, parsed once, for the tests that measure them."""

import ast
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "newsdesk"
MIGRATIONS = PACKAGE / "storage" / "migrations" / "versions"

type_of_function = (ast.FunctionDef, ast.AsyncFunctionDef)
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file: its path from the root, its text, and its syntax tree."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """Return the path from the root with forward slashes."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def line_count(self) -> int:
        """Return the number of lines."""
        return len(self.text.splitlines())


@functools.cache
def package_files() -> tuple[Source, ...]:
    """Return the files of ``newsdesk/``, migrations aside."""
    return tuple(_parsed(path) for path in sorted(PACKAGE.rglob("*.py")) if MIGRATIONS not in path.parents)


@functools.cache
def all_files() -> tuple[Source, ...]:
    """Return every file of ours: the package, the tests, the benchmarks and ``main.py``."""
    folders = [ROOT / "tests", ROOT / "benchmarks"]
    beside = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    return (*package_files(), *(_parsed(path) for path in [ROOT / "main.py", *beside]))


def functions(source: Source) -> Iterator[Function]:
    """Yield every function and method of a file, nested ones too."""
    return (node for node in ast.walk(source.tree) if isinstance(node, type_of_function))


def classes(source: Source) -> Iterator[ast.ClassDef]:
    """Yield every class of a file."""
    return (node for node in ast.walk(source.tree) if isinstance(node, ast.ClassDef))


def lines_of(node: ast.stmt) -> int:
    """Return how many lines a definition covers, its docstring included, its decorators not."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def method_names(node: ast.ClassDef) -> set[str]:
    """Return the names of a class's own methods; a property and its setter are one."""
    return {item.name for item in node.body if isinstance(item, type_of_function)}


def _parsed(path: Path) -> Source:
    text = path.read_text("utf-8")
    return Source(path=path, text=text, tree=ast.parse(text, str(path)))
