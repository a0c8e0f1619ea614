"""The Details panel: publication, story, people and place."""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from newsdesk.domain.article import SLUGLINE_LIMIT, URGENCIES, Access, Article
from newsdesk.domain.ids import ArticleId
from newsdesk.domain.publication import Publication
from newsdesk.domain.summary import ArticleSummary
from newsdesk.ui.details.field_edit import FieldEdit
from newsdesk.ui.details.fields import ChoiceField, Field, MomentField, TextField
from newsdesk.ui.details.related_list import RelatedList
from newsdesk.ui.widgets.panel_column import PanelColumn

_SLUGLINE_WANTED = 24
_COLUMNS = 2


class DetailsPanel(PanelColumn):
    """Shows a story's fields and tells each change."""

    field_edited = Signal(object)
    related_search_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Details"))
        self._shown: ArticleId | None = None
        body = self.body
        self._published = MomentField("published_at", self.tr("Publish"), body)
        self._embargo = MomentField("embargo_until", self.tr("Embargo"), body)
        self._access = ChoiceField("access", self.tr("Access"), body)
        self._slugline = TextField("slugline", self.tr("Slugline"), body, limits=(_SLUGLINE_WANTED, SLUGLINE_LIMIT))
        self._section = ChoiceField("section", self.tr("Section"), body, editable=True)
        self._source = TextField("source", self.tr("Source"), body)
        self._urgency = ChoiceField("urgency", self.tr("Urgency"), body)
        self._language = ChoiceField("language", self.tr("Language"), body)
        self._byline = TextField("byline", self.tr("Byline"), body)
        self._dateline = TextField("dateline", self.tr("Dateline"), body)
        self._note = TextField("note_to_editors", self.tr("Note to editors (never printed)"), body)
        self._related = RelatedList(body)
        self._fields: dict[str, Field] = {}
        self._offer_choices()
        self._build()

    def _offer_choices(self) -> None:
        self._access.offer(
            (
                (Access.OPEN, self.tr("Open, with offer")),
                (Access.TEASER, self.tr("Teaser, then gate")),
                (Access.MEMBERS, self.tr("Members only")),
            )
        )
        self._urgency.offer([(urgency, str(urgency)) for urgency in URGENCIES])
        self._language.offer(
            (
                ("en", self.tr("English")),
                ("sr-Latn", self.tr("Serbian, Latin")),
                ("sr-Cyrl", self.tr("Serbian, Cyrillic")),
            )
        )

    def _build(self) -> None:
        self.column.setSpacing(8)
        self._add_group(self.tr("Publication"), ((self._published,), (self._embargo, self._access)), first=True)
        rows = ((self._slugline, self._section), (self._source, self._urgency), (self._language,))
        self._add_group(self.tr("Story"), rows)
        self._add_group(self.tr("People and place"), ((self._byline, self._dateline), (self._note,)))
        self.column.addWidget(self.heading(self.tr("Related articles")))
        self.column.addWidget(self._related)
        self.column.addStretch(1)
        self._related.edited.connect(self._on_edited)
        self._related.search_requested.connect(self.related_search_requested)

    def _add_group(self, title: str, rows: Sequence[Sequence[Field]], *, first: bool = False) -> None:
        self.column.addWidget(self.heading(title, first=first))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(10)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        for row, members in enumerate(rows):
            for column, field in enumerate(members):
                grid.addWidget(field, row, column, 1, _COLUMNS // len(members))
                self._fields[field.name] = field
                field.edited.connect(self._on_edited)
        self.column.addLayout(grid)

    def show_article(self, article: Article, publication: Publication) -> None:
        """Show a story's fields; one of the same story that is being typed in is left alone."""
        zone = ZoneInfo(publication.time_zone)
        anew, self._shown = article.id != self._shown, article.id
        self._published.show_value(article.published_at, zone, anew=anew)
        self._embargo.show_value(article.embargo_until, zone, anew=anew)
        self._access.show_value(article.access, anew=anew)
        self._slugline.show_value(article.slugline, self.tr("drawn from the headline"), anew=anew)
        self._section.show_value(article.section, anew=anew)
        self._source.show_value(article.source, publication.source, anew=anew)
        self._urgency.show_value(article.urgency, anew=anew)
        self._language.show_value(article.language, anew=anew)
        self._byline.show_value(article.byline, self.tr("none (agency)"), anew=anew)
        self._dateline.show_value(article.dateline, self.tr("BELGRADE, Nov. 21"), anew=anew)
        self._note.show_value(article.note_to_editors, self.tr("none"), anew=anew)
        self._related.show_lists(article.related_pinned, article.related_banned, anew=anew)

    def tell(self) -> None:
        """Tell every field that is still being typed in, before the story is left."""
        for field in self._fields.values():
            field.tell()

    def set_sections(self, sections: Sequence[str]) -> None:
        """Offer the sections in use; another can be typed."""
        self._section.offer([(section, section) for section in sections])

    def set_related_titles(self, titles: Mapping[ArticleId, str]) -> None:
        """Give pinned and banned stories their headlines."""
        self._related.set_titles(titles)

    def show_related_candidates(self, stories: Sequence[ArticleSummary]) -> None:
        """Show what a search for related stories found."""
        self._related.show_candidates(stories)

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field."""
        field = self._fields.get(name)
        if field is not None:
            self.ensureWidgetVisible(field)
            field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self, name: str, value: object) -> None:
        self.field_edited.emit(FieldEdit(name=name, value=value))
