"""The days between stories of a list, in the newsroom's zone and in words."""

import datetime as dt
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from newsdesk.domain.summary import ArticleQuery, ArticleSummary


class DayHeadings:
    """Knows the heading that stands above a story."""

    def __init__(self, time_zone: str) -> None:
        self.zone = ZoneInfo(time_zone)

    def above(self, story: ArticleSummary, before: ArticleSummary | None, query: ArticleQuery) -> str:
        """Return the day of a story, empty where the one before is of the same day or stories go by rank."""
        day = None if query.words else self._day(story, query)
        if day is None or (before is not None and self._day(before, query) == day):
            return ""
        return day_words(day, dt.datetime.now(self.zone).date())

    def _day(self, story: ArticleSummary, query: ArticleQuery) -> dt.date | None:
        moment = story.published_at if query.by_published else story.updated_at
        return moment.astimezone(self.zone).date() if moment is not None else None


def day_words(day: dt.date, today: dt.date) -> str:
    """Return a day as a heading: today and yesterday by name, the year only where it is another."""
    if day == today:
        return QCoreApplication.translate("Days", "Today")
    if day == today - dt.timedelta(days=1):
        return QCoreApplication.translate("Days", "Yesterday")
    form = "d MMMM" if day.year == today.year else "d MMMM yyyy"
    return QLocale(QLocale.Language.English).toString(QDate(day.year, day.month, day.day), form)
