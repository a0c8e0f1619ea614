"""The house rules that can be measured: floors, sizes, docstrings, and what must not be written."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator

from tests.architecture.source_tree import (
    PACKAGE,
    ROOT,
    Source,
    all_files,
    classes,
    functions,
    lines_of,
    method_names,
    package_files,
    type_of_function,
)

# The two places that must go on whatever happens, and log the traceback.
_LAST_RESORTS = {"newsdesk/ui/tasks.py", "newsdesk/app/log_setup.py"}
_QT_OVERRIDE = re.compile(r"[a-z]+[A-Z]\w*")


def test_imports_keep_to_the_floors() -> None:
    check = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_only_the_entry_module_lies_outside_the_floors() -> None:
    modules = {path.name for path in PACKAGE.glob("*.py")}
    assert modules <= {"__init__.py", "__main__.py"}


def test_no_file_is_longer_than_400_lines() -> None:
    assert [f"{file.name}: {file.line_count}" for file in all_files() if file.line_count > 400] == []


def test_no_function_is_longer_than_60_lines() -> None:
    found = [(file, node) for file in all_files() for node in functions(file) if lines_of(node) > 60]
    assert [f"{file.name}: {node.name}, {lines_of(node)}" for file, node in found] == []


def test_no_class_has_more_than_20_methods() -> None:
    found = [(file, node) for file in all_files() for node in classes(file) if len(method_names(node)) > 20]
    assert [f"{file.name}: {node.name}, {len(method_names(node))}" for file, node in found] == []


def test_main_window_fits_in_250_lines() -> None:
    windows = [node for file in package_files() for node in classes(file) if node.name == "MainWindow"]
    assert [lines_of(node) for node in windows if lines_of(node) > 250] == []


def test_nothing_is_put_off_in_a_comment() -> None:
    put_off = re.compile(r"\b(TODO|FIXME)\b")
    assert [file.name for file in package_files() if put_off.search(file.text)] == []


def test_broad_excepts_stand_only_in_the_last_resorts() -> None:
    found = [
        f"{file.name}:{node.lineno}"
        for file in package_files()
        if file.name not in _LAST_RESORTS
        for node in ast.walk(file.tree)
        if isinstance(node, ast.ExceptHandler) and _is_broad(node.type) and not _passes_on(node)
    ]
    assert found == []


def test_nine_of_ten_public_names_carry_a_docstring() -> None:
    names = [entry for file in package_files() for entry in _public_names(file)]
    bare = [name for name, documented in names if not documented]
    assert len(bare) <= 0.1 * len(names), f"{len(bare)} of {len(names)} without: {', '.join(bare)}"


def _is_broad(caught: ast.expr | None) -> bool:
    if caught is None:
        return True
    if isinstance(caught, ast.Tuple):
        return any(_is_broad(one) for one in caught.elts)
    return isinstance(caught, ast.Name) and caught.id in {"Exception", "BaseException"}


def _passes_on(handler: ast.ExceptHandler) -> bool:
    """Tell whether a handler only tidies up: its last word is to raise what it caught."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def _public_names(file: Source) -> Iterator[tuple[str, bool]]:
    """Yield what a reader of the module meets first, and whether it says what it is for."""
    if file.text.strip():
        yield file.name, ast.get_docstring(file.tree) is not None
    for node in file.tree.body:
        if not isinstance(node, (*type_of_function, ast.ClassDef)) or node.name.startswith("_"):
            continue
        yield f"{file.name}: {node.name}", ast.get_docstring(node) is not None
        if isinstance(node, ast.ClassDef):
            yield from _public_methods(file, node)


def _public_methods(file: Source, owner: ast.ClassDef) -> Iterator[tuple[str, bool]]:
    for node in owner.body:
        if not isinstance(node, type_of_function) or node.name.startswith("_") or _QT_OVERRIDE.fullmatch(node.name):
            continue
        # A setter is the same name as its property, which speaks for both.
        if not any(isinstance(mark, ast.Attribute) and mark.attr == "setter" for mark in node.decorator_list):
            yield f"{file.name}: {owner.name}.{node.name}", ast.get_docstring(node) is not None
