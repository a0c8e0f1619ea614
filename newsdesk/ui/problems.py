"""The only way of an error to the screen: in plain words, where the person looks."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal

from newsdesk.domain.errors import NewsdeskError

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What a banner shows: what is the matter, the way out, and perhaps a button that takes it."""

    text: str
    way_out: str = ""
    button: str = ""
    remedy: Callable[[], None] | None = None
    serious: bool = True


class Problems(QObject):
    """Words errors and hands them to whoever shows the banner; ``cleared`` takes a banner away."""

    raised = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._failing = False

    def show(self, error: Exception, *, button: str = "", remedy: Callable[[], None] | None = None) -> None:
        """Show an error; one that is no refusal is logged with its traceback."""
        self.raised.emit(word(error, button=button, remedy=remedy))

    def stop(self, text: str, way_out: str) -> None:
        """Show what stands in the way, in words of the caller's."""
        self.raised.emit(Problem(text=text, way_out=way_out))

    def tell(self, text: str, *, button: str = "", remedy: Callable[[], None] | None = None) -> None:
        """Show a piece of news that is no error."""
        self.raised.emit(Problem(text=text, button=button, remedy=remedy, serious=False))

    def show_failure(self, error: Exception, *, button: str = "", remedy: Callable[[], None] | None = None) -> None:
        """Show an error that goes away by itself once what failed has worked."""
        self._failing = True
        self.show(error, button=button, remedy=remedy)

    def clear_failure(self) -> None:
        """Take such an error away; others stay until they are read."""
        if self._failing:
            self._failing = False
            self.clear()

    def clear(self, _done: object = None) -> None:
        """Take the banner away, when its reason is gone; can stand as the answer to work that went well."""
        self.cleared.emit()


def word(error: Exception, *, button: str = "", remedy: Callable[[], None] | None = None) -> Problem:
    """Return an error in words that a person can act on."""
    if isinstance(error, NewsdeskError):
        return Problem(
            text=error.sentence.format_map(error.fields),
            way_out=error.way_out.format_map(error.fields),
            button=button,
            remedy=remedy,
        )
    _LOG.error("An error that nobody expected", exc_info=error)
    translate = QCoreApplication.translate
    return Problem(
        text=translate("Problems", "Something went wrong that Newsdesk did not expect: {error}").format(error=error),
        way_out=translate("Problems", "Your text is kept. The log has the details."),
        button=button,
        remedy=remedy,
    )
