"""Distinct types for the ids that the database gives."""

from typing import NewType

ArticleId = NewType("ArticleId", int)
PhotoId = NewType("PhotoId", int)
BriefingId = NewType("BriefingId", int)
SeriesId = NewType("SeriesId", int)
PersonId = NewType("PersonId", int)
