"""What number, time and date fields need beyond the style sheet; Qt's parts load when a field is made."""

from typing import TYPE_CHECKING

from newsdesk.ui.theme.current import current_tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractSpinBox, QCalendarWidget

_INSET = 8


def tidy_field(field: "QAbstractSpinBox") -> None:
    """Give a number, time or date field the inset of other inputs, and a date field its plain calendar.

    Call it again after a change of theme where the field has a calendar.
    """
    from PySide6.QtWidgets import QDateTimeEdit, QLineEdit

    if isinstance(field, QDateTimeEdit) and field.calendarPopup():
        calm_calendar(field.calendarWidget())
        return
    # Qt lays the text of a spin box with drawn arrows at its very edge, whatever padding the style sheet names.
    entry = field.findChild(QLineEdit)
    if entry is not None:
        entry.setTextMargins(_INSET, 0, 0, 0)


def calm_calendar(calendar: "QCalendarWidget") -> None:
    """Make a calendar plain: weeks from Monday, no week numbers, weekends in no colour of their own."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QTextCharFormat
    from PySide6.QtWidgets import QCalendarWidget

    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    colours = current_tokens()
    header, weekend = QTextCharFormat(), QTextCharFormat()
    header.setForeground(QColor(colours.faint))
    weekend.setForeground(QColor(colours.muted))
    calendar.setHeaderTextFormat(header)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, weekend)
