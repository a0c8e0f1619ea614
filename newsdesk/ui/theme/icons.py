"""Icons in the theme's colours, drawn from SVG at the screen's own resolution when they are asked for."""

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache

from newsdesk.ui.theme.current import current_tokens
from newsdesk.ui.theme.resources import resource_path

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

    Dressed: TypeAlias = QAction | QAbstractButton | QLabel

_DRESS = "icon_dress"


def icon(name: str, colour: str = "soft", size: int = 16, *, checked: str = "accent") -> QIcon:
    """Return a Lucide icon, or ``newsdesk``, in a token's colour; ``size`` in device-independent pixels.

    ``checked`` is the token for a button that is on. A disabled one takes the token ``disabled``.

    Raises:
        FileNotFoundError: if there is no icon of that name.
        AttributeError: if there is no token of that name.
    """
    made = QIcon()
    for token, modes, state in (
        (colour, (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected), QIcon.State.Off),
        (checked, (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected), QIcon.State.On),
        ("disabled", (QIcon.Mode.Disabled,), QIcon.State.Off),
    ):
        drawn = pixmap(name, token, size)
        for mode in modes:
            made.addPixmap(drawn, mode, state)
    return made


def pixmap(name: str, colour: str = "soft", size: int = 16) -> QPixmap:
    """Return the picture of an icon in a token's colour, for a label or a delegate's paint.

    Raises:
        FileNotFoundError: if there is no icon of that name.
        AttributeError: if there is no token of that name.
    """
    value: str = getattr(current_tokens(), colour)
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    key = f"newsdesk-icon/{name}/{value}/{size}/{ratio}"
    kept = QPixmap()
    if not QPixmapCache.find(key, kept):
        kept = _drawn(name, value, size, ratio)
        QPixmapCache.insert(key, kept)
    return kept


def application_icon() -> QIcon:
    """Return the program's own icon, for windows and the task bar."""
    made = QIcon()
    for size in (16, 32, 48, 128):
        made.addPixmap(pixmap("newsdesk", "ink", size))
    return made


def dress(target: "Dressed", name: str, colour: str = "soft", size: int = 16, *, checked: str = "accent") -> None:
    """Give an action, a button or a label an icon that follows every later change of theme."""
    target.setProperty(_DRESS, (name, colour, size, checked))
    _put_on(target)


def dress_again(app: "QApplication") -> None:
    """Draw every dressed icon of the program's windows in the colours of the present theme."""
    for window in app.topLevelWidgets():
        for child in (window, *window.findChildren(QObject)):
            if child.property(_DRESS):
                _put_on(child)


def recoloured(name: str, colour: str) -> str:
    """Return an icon's SVG with ``currentColor`` replaced by ``#rrggbb``."""
    return _source(name).replace("currentColor", colour)


def _put_on(target: QObject) -> None:
    name, colour, size, checked = target.property(_DRESS)
    if isinstance(target, QAction):
        target.setIcon(icon(name, colour, size, checked=checked))
        return
    from PySide6.QtWidgets import QAbstractButton, QLabel

    if isinstance(target, QAbstractButton):
        target.setIcon(icon(name, colour, size, checked=checked))
        target.setIconSize(QSize(size, size))
    elif isinstance(target, QLabel):
        target.setPixmap(pixmap(name, colour, size))


@cache
def _source(name: str) -> str:
    folder = () if name == "newsdesk" else ("lucide",)
    return resource_path("icons", *folder, f"{name}.svg").read_text(encoding="utf-8")


def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    # Loaded with the first icon, not with the program.
    from PySide6.QtSvg import QSvgRenderer

    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.fill(QColor(0, 0, 0, 0))
    renderer = QSvgRenderer(QByteArray(recoloured(name, colour).encode()))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
