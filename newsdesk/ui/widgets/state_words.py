"""The words of a story's states."""

from PySide6.QtCore import QCoreApplication

from newsdesk.domain.workflow import State

_WORDS = {
    State.DRAFT: "Draft",
    State.REVIEW: "Review",
    State.READY: "Ready",
    State.SCHEDULED: "Scheduled",
    State.PUBLISHED: "Published",
    State.CORRECTING: "Correcting",
    State.HELD: "Held",
    State.KILLED: "Killed",
    State.WITHDRAWN: "Withdrawn",
    State.SPIKED: "Spiked",
    State.ARCHIVED: "Archived",
}


def state_word(state: State) -> str:
    """Return a state's name as the window shows it."""
    return QCoreApplication.translate("States", _WORDS[state])
