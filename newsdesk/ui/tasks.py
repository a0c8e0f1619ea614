"""Slow work off the window's thread, with its answer brought back to it."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from enum import Enum
from inspect import ismethod
from typing import Any, TypeVar
from weakref import WeakMethod

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

_LOG = logging.getLogger(__name__)
_Result = TypeVar("_Result")


class Lane(Enum):
    """Where work runs: reads side by side, writes one after another, pictures and exports on their own."""

    READ = "read"
    WRITE = "write"
    SLOW = "slow"


_THREADS = {Lane.READ: 2, Lane.WRITE: 1, Lane.SLOW: 1}


class TaskRunner(QObject):
    """Runs work on lanes of threads; answers are called in the window's thread.

    Both answers are methods of a QObject that may die meanwhile: then nobody is called.
    """

    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {
            lane: ThreadPoolExecutor(count, thread_name_prefix=f"newsdesk-{lane.value}")
            for lane, count in _THREADS.items()
        }
        self._pending: set[Future[None]] = set()
        self._closed = False
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], _Result],
        on_success: Callable[[_Result], None],
        on_failure: Callable[[Exception], None],
        lane: Lane = Lane.READ,
    ) -> None:
        """Run ``work`` on a lane, then one of the two answers; ``work`` must not touch a widget."""
        if self._closed:
            return
        answers = (_weak(on_success), _weak(on_failure))
        future = self._lanes[lane].submit(self._work, work, answers)
        self._pending.add(future)
        future.add_done_callback(self._pending.discard)

    def wait(self) -> None:
        """Block until everything that was asked for is done; used when the program is left."""
        wait(list(self._pending))

    def close(self) -> None:
        """Finish what was asked for and take nothing more."""
        self._closed = True
        for lane in self._lanes.values():
            lane.shutdown(wait=True)

    def _work(self, work: Callable[[], Any], answers: tuple[Any, Any]) -> None:
        try:
            result, answer = work(), answers[0]
        except Exception as problem:
            _LOG.debug("Work failed", exc_info=True)
            result, answer = problem, answers[1]
        self._finished.emit(answer, result)

    @Slot(object, object)
    def _on_finished(self, answer: "Callable[[], Callable[[Any], None] | None]", result: object) -> None:
        call = answer()
        owner = getattr(call, "__self__", None)
        if call is None or (isinstance(owner, QObject) and not shiboken6.isValid(owner)):
            return
        call(result)


def _weak(answer: Callable[..., None]) -> Callable[[], Callable[..., None] | None]:
    """A method is held weakly, so that a closed panel can go; anything else is held as it is."""
    if ismethod(answer):
        return WeakMethod(answer)
    return lambda: answer
