"""The window's look: contrast of every pair in use, both themes whole, fonts, icons."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QFontDatabase, QFontMetricsF, QIcon, QImage, QPalette, QRawFont
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from newsdesk.domain.workflow import State
from newsdesk.ui import theme
from newsdesk.ui.actions import COMMANDS
from newsdesk.ui.theme import SIZES, Theme, Tokens, tokens
from newsdesk.ui.theme.pairs import EDGE_PAIRS, TEXT_PAIRS, contrast
from newsdesk.ui.theme.pictures import PICTURES, picture_svg
from newsdesk.ui.theme.tokens import STATES

_BOTH = tuple(Theme)
_HEX = re.compile(r"#[0-9a-f]{6}")
_LETTERS = "ČĆŽŠĐčćžšđЂЉЊЋЏђљњћџАБВГДЕЖЗИЈКабвгдежзијк„“”’–—…€№·✓"


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """Give the program in its light theme, and leave it so."""
    theme.load_fonts()
    theme.apply_theme(qapp, Theme.LIGHT)
    yield qapp
    theme.apply_theme(qapp, Theme.LIGHT)


@pytest.mark.parametrize("face", _BOTH)
@pytest.mark.parametrize(("above", "below"), TEXT_PAIRS)
def test_text_stands_out_from_its_ground(face: Theme, above: str, below: str) -> None:
    colours = tokens(face)
    assert contrast(getattr(colours, above), getattr(colours, below)) >= 4.5


@pytest.mark.parametrize("face", _BOTH)
@pytest.mark.parametrize(("edge", "below"), EDGE_PAIRS)
def test_edge_stands_out_from_its_ground(face: Theme, edge: str, below: str) -> None:
    colours = tokens(face)
    assert contrast(getattr(colours, edge), getattr(colours, below)) >= 3


@pytest.mark.parametrize("face", _BOTH)
def test_initials_stand_out_from_every_ground(face: Theme) -> None:
    colours = tokens(face)
    assert min(contrast(colours.on_avatar, ground) for ground in colours.avatars) >= 4.5


@pytest.mark.parametrize("face", _BOTH)
def test_every_rule_with_text_and_ground_is_legible(face: Theme) -> None:
    rules = re.findall(r"([^{}]+)\{([^}]*)\}", _rules(face))
    read = 0
    for selector, body in rules:
        text = re.search(r"(?<![-\w])color: (#\w{6})", body)
        ground = re.search(r"(?<![-\w])background: (#\w{6})", body)
        if text and ground and "disabled" not in selector:
            read += 1
            assert contrast(text.group(1), ground.group(1)) >= 4.5, selector.strip()
    assert read > 20


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_contrast_of_a_known_grey_on_white() -> None:
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("face", _BOTH)
def test_every_token_is_a_colour(face: Theme) -> None:
    for field in fields(Tokens):
        value = getattr(tokens(face), field.name)
        for colour in (value,) if isinstance(value, str) else value:
            assert _HEX.fullmatch(colour), field.name


def test_themes_differ_in_every_surface_and_text() -> None:
    light, dark = tokens(Theme.LIGHT), tokens(Theme.DARK)
    for name in ("paper", "panel", "ground", "ink", "muted", "accent", "line", "selection"):
        assert getattr(light, name) != getattr(dark, name)


def test_every_state_of_a_story_has_its_colours() -> None:
    assert set(STATES) == {state.value for state in State}


def test_distances_stand_on_the_grid() -> None:
    assert all(step % SIZES.grid == 0 for step in (SIZES.gap, SIZES.inset, SIZES.margin, SIZES.block))


@pytest.mark.parametrize("face", _BOTH)
def test_style_sheet_leaves_no_token_unnamed(face: Theme) -> None:
    assert "@" not in _rules(face)


@pytest.mark.parametrize("face", _BOTH)
@pytest.mark.parametrize(("file", "icon_name", "colour"), PICTURES)
def test_picture_of_the_style_sheet_has_the_tokens_colour(face: Theme, file: str, icon_name: str, colour: str) -> None:
    stored = theme.resource_path("themes", face.value, f"{file}.svg").read_text(encoding="utf-8")
    assert stored == picture_svg(face, icon_name, colour)


@pytest.mark.parametrize("face", _BOTH)
def test_every_picture_that_the_style_sheet_names_exists(face: Theme) -> None:
    named = re.findall(r"url\(theme:([^)]+)\)", theme.style_sheet(face))
    assert named
    assert [name for name in named if not theme.resource_path("themes", name).exists()] == []


def test_both_families_are_known_after_loading(dressed: QApplication) -> None:
    assert {theme.INTERFACE_FAMILY, theme.TEXT_FAMILY} <= set(QFontDatabase.families())


def test_loading_again_adds_nothing(dressed: QApplication) -> None:
    before = QFontDatabase.styles(theme.INTERFACE_FAMILY)
    theme.load_fonts()
    assert QFontDatabase.styles(theme.INTERFACE_FAMILY) == before


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_interface_font_has_a_file_for_each_weight(dressed: QApplication, weight: int) -> None:
    names = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
    assert QRawFont.fromFont(theme.interface_font(13, weight)).styleName() == names[weight]


@pytest.mark.parametrize(("weight", "italic", "name"), [
    (400, False, "Regular"), (400, True, "Italic"),
    (600, False, "Semibold"), (600, True, "Semibold Italic"),
    (700, False, "Bold"), (700, True, "Bold Italic"),
])  # fmt: skip
def test_text_font_has_a_file_for_each_cut(dressed: QApplication, weight: int, italic: bool, name: str) -> None:
    assert QRawFont.fromFont(theme.text_font(17, weight, italic=italic)).styleName() == name


def test_both_families_cover_both_scripts(dressed: QApplication) -> None:
    for font in (theme.interface_font(), theme.text_font()):
        raw = QRawFont.fromFont(font)
        assert [letter for letter in _LETTERS if not raw.supportsCharacter(ord(letter))] == []


def test_tabular_figures_are_equally_wide(dressed: QApplication) -> None:
    metrics = QFontMetricsF(theme.interface_font(26, tabular=True))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_fonts_are_sized_in_pixels(dressed: QApplication) -> None:
    assert (theme.interface_font(12).pixelSize(), theme.text_font(28).pixelSize()) == (12, 28)


def test_every_family_carries_its_licence() -> None:
    for folder in ("inter", "source-serif-4"):
        text = theme.resource_path("fonts", folder, "OFL.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in text


def test_icon_is_drawn_in_the_tokens_colour(dressed: QApplication) -> None:
    assert _colours_of(theme.pixmap("check", "bad", 32).toImage()) == {tokens(Theme.LIGHT).bad}


def test_icon_follows_the_theme(dressed: QApplication) -> None:
    theme.apply_theme(dressed, Theme.DARK)
    assert _colours_of(theme.pixmap("check", "bad", 32).toImage()) == {tokens(Theme.DARK).bad}


def test_disabled_icon_is_pale(dressed: QApplication) -> None:
    drawn = theme.icon("check", "ink", 32).pixmap(QSize(32, 32), QIcon.Mode.Disabled)
    assert _colours_of(drawn.toImage()) == {tokens(Theme.LIGHT).disabled}


def test_icon_of_a_button_that_is_on_takes_the_accent(dressed: QApplication) -> None:
    drawn = theme.icon("check", "ink", 32).pixmap(QSize(32, 32), QIcon.Mode.Normal, QIcon.State.On)
    assert _colours_of(drawn.toImage()) == {tokens(Theme.LIGHT).accent}


def test_icon_has_the_screens_own_resolution(dressed: QApplication) -> None:
    drawn = theme.pixmap("search", "ink", 16)
    assert drawn.width() == round(16 * dressed.devicePixelRatio())


def test_unknown_icon_is_refused(dressed: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-icon")


def test_every_icon_is_of_one_weight_and_takes_its_colour() -> None:
    drawings = sorted(theme.resource_path("icons", "lucide").glob("*.svg"))
    assert len(drawings) > 50
    for file in drawings:
        text = file.read_text(encoding="utf-8")
        assert 'stroke="currentColor" stroke-width="1.75"' in text, file.name
        assert _HEX.search(text) is None, file.name


def test_every_command_has_its_icon_drawn() -> None:
    wanted = {command.icon for command in COMMANDS if command.icon}
    assert {name for name in wanted if not theme.resource_path("icons", "lucide", f"{name}.svg").exists()} == set()


def test_dressed_action_changes_with_the_theme(dressed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    action = QAction("Check", window)
    theme.dress(action, "check", "good", 32)
    theme.apply_theme(dressed, Theme.DARK)
    assert _colours_of(action.icon().pixmap(32, 32).toImage()) == {tokens(Theme.DARK).good}


def test_dressed_label_changes_with_the_theme(dressed: QApplication, qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    theme.dress(label, "check", "warn", 32)
    theme.apply_theme(dressed, Theme.DARK)
    assert _colours_of(label.pixmap().toImage()) == {tokens(Theme.DARK).warn}


def test_program_icon_has_its_sizes(dressed: QApplication) -> None:
    assert len(theme.application_icon().availableSizes()) == 4


@pytest.mark.parametrize("face", _BOTH)
def test_applied_theme_is_the_current_one(dressed: QApplication, face: Theme) -> None:
    theme.apply_theme(dressed, face)
    assert (theme.current_theme(), theme.current_tokens()) == (face, tokens(face))


@pytest.mark.parametrize("face", _BOTH)
def test_palette_carries_the_tokens(dressed: QApplication, face: Theme) -> None:
    theme.apply_theme(dressed, face)
    window = dressed.palette().color(QPalette.ColorRole.Window)
    assert window == QColor(tokens(face).ground)


@pytest.mark.parametrize("face", _BOTH)
def test_primary_button_is_painted_in_the_accent(dressed: QApplication, qtbot: QtBot, face: Theme) -> None:
    theme.apply_theme(dressed, face)
    button = QPushButton("")
    theme.mark(button, kind="primary")
    button.resize(120, 30)
    qtbot.addWidget(button)
    button.ensurePolished()
    assert QColor(_middle(button)).name() == tokens(face).accent


def test_marked_widget_is_repainted_by_its_new_property(dressed: QApplication, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    frame = QFrame(holder)
    QVBoxLayout(holder).addWidget(frame)
    theme.mark(frame, role="banner", tone="bad")
    holder.resize(200, 80)
    before = _middle(frame)
    theme.mark(frame, tone="good")
    assert (before, _middle(frame)) == (tokens(Theme.LIGHT).bad_soft, tokens(Theme.LIGHT).good_soft)


def test_tool_button_at_rest_shows_no_grey(dressed: QApplication, qtbot: QtBot) -> None:
    holder = QFrame()
    qtbot.addWidget(holder)
    theme.mark(holder, role="panel")
    button = QToolButton(holder)
    button.resize(30, 30)
    holder.resize(60, 60)
    image = holder.grab(button.geometry()).toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 2).name() == tokens(Theme.LIGHT).panel


def test_importing_the_theme_reads_no_icon_and_no_svg_library() -> None:
    code = (
        "import sys, newsdesk.ui.theme as t; from newsdesk.ui.theme.icons import _source;"
        "print(_source.cache_info().currsize, 'PySide6.QtSvg' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "False"]


def _rules(face: Theme) -> str:
    return re.sub(r"/\*.*?\*/", "", theme.style_sheet(face), flags=re.S)


def _colours_of(image: QImage) -> set[str]:
    """Return the colours of the points that are covered entirely."""
    points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {point.name() for point in points if point.alpha() == 255}


def _middle(widget: QWidget) -> str:
    image = widget.grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).name()
