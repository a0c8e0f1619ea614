"""The first form of a newsroom: stories, photos, briefings, releases, and the rules that guard them."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _people_and_settings()
    _articles()
    _article_indexes()
    _history()
    _photos()
    _briefings()
    _releases_and_approvals()
    if op.get_bind().dialect.name == "sqlite":
        _search_on_sqlite()
        for statement in _SQLITE_GUARDS:
            op.execute(statement)
    else:
        _search_on_postgres()
        for statement in _POSTGRES_GUARDS:
            op.execute(statement)


def _words(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _numbers(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def _moment(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _json(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.JSON, nullable=False) for name in names]


def _reference(name: str, target: str, table: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(f"{target}.id", name=f"fk_{table}_{name}"), nullable=False)


def _by(name: str, table: str, *, nullable: bool = False) -> sa.Column[Any]:
    key = sa.ForeignKey("people.id", name=f"fk_{table}_{name}")
    return sa.Column(name, sa.Integer, key, nullable=nullable)


def _key(table: str, *names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names, name=f"pk_{table}")


def _people_and_settings() -> None:
    op.create_table(
        "people",
        *_numbers("id"),
        *_words("account", "name", "initials"),
        *_json("roles"),
        _key("people", "id"),
        sa.UniqueConstraint("account", name="uq_people_account"),
    )
    op.create_table("settings", *_words("key", "value"), _key("settings", "key"))
    op.create_table(
        "agencies",
        *_words("code", "name"),
        *_json("patterns", "aliases"),
        sa.Column("mandatory_credit", sa.Boolean, nullable=False),
        *_words("rights_profile"),
        _key("agencies", "code"),
    )


def _articles() -> None:
    op.create_table(
        "articles",
        *_numbers("id"),
        *_words("uri", "state"),
        *_numbers("revision", "version"),
        *_words("language", "access", "section", "headline"),
        *_numbers("word_count", "photo_count"),
        _moment("published_at", nullable=True),
        _moment("embargo_until", nullable=True),
        _moment("scheduled_at", nullable=True),
        _moment("created_at"),
        _moment("updated_at"),
        _by("updated_by", "articles"),
        *_words("profile"),
        sa.Column("reopened_as", sa.Text),
        *_words("standfirst", "slugline", "source", "byline", "dateline"),
        *_numbers("urgency"),
        *_words("note_to_editors"),
        sa.Column("awaited_photo", sa.JSON),
        *_json("related_pinned", "related_banned", "corrections", "questions", "extras"),
        _key("articles", "id"),
        sa.UniqueConstraint("uri", name="uq_articles_uri"),
        sa.CheckConstraint("revision > 0", name=op.f("ck_articles_revision")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "article_bodies",
        sa.Column(
            "article_id",
            sa.Integer,
            sa.ForeignKey("articles.id", name="fk_article_bodies_article_id"),
            autoincrement=False,
            nullable=False,
        ),
        *_words("markdown"),
        _key("article_bodies", "article_id"),
    )
    op.create_table(
        "article_tallies",
        *_words("section", "language", "state"),
        *_numbers("stories"),
        _key("article_tallies", "section", "language", "state"),
    )


def _article_indexes() -> None:
    for moment in ("updated", "published"):
        column = f"{moment}_at"
        op.create_index(f"ix_articles_{moment}", "articles", [column, "id"])
        op.create_index(f"ix_articles_state_{moment}", "articles", ["state", column, "id"])
        op.create_index(f"ix_articles_language_{moment}", "articles", ["language", "state", column, "id"])
        op.create_index(f"ix_articles_section_{moment}", "articles", ["section", "language", "state", column, "id"])
    bare = sa.text("photo_count = 0")
    for name, columns in (
        ("ix_articles_without_photo", ["state", "updated_at", "id"]),
        ("ix_articles_section_without_photo", ["section", "language", "state", "updated_at", "id"]),
    ):
        op.create_index(name, "articles", columns, sqlite_where=bare, postgresql_where=bare)


def _history() -> None:
    op.create_table(
        "versions",
        *_numbers("id"),
        _reference("article_id", "articles", "versions"),
        *_numbers("revision"),
        _moment("at"),
        _moment("began_at"),
        _by("by", "versions"),
        *_words("why", "state"),
        *_numbers("word_count"),
        *_words("snapshot"),
        _key("versions", "id"),
        sa.UniqueConstraint("article_id", "revision", name="uq_versions_article_id_revision"),
    )


def _photos() -> None:
    op.create_table(
        "photos",
        *_numbers("id"),
        *_words("sha256"),
        *_numbers("revision"),
        *_words("file_name", "media_type"),
        *_numbers("byte_size", "width", "height"),
        *_words("creator_as_read", "agency_as_read", "headline", "description", "alt_text", "copyright"),
        *_words("character_set", "digital_source_type"),
        _moment("taken_at", nullable=True),
        *_words("rights_category", "usage_terms"),
        _moment("rights_from", nullable=True),
        _moment("rights_to", nullable=True),
        _moment("rights_embargo", nullable=True),
        sa.Column("rights_assumed", sa.Boolean, nullable=False),
        *_words("killed_reason"),
        sa.Column("focal_x", sa.Double),
        sa.Column("focal_y", sa.Double),
        _moment("added_at"),
        _by("added_by", "photos"),
        _moment("updated_at"),
        _by("updated_by", "photos"),
        *_words("folded"),
        _key("photos", "id"),
        sa.UniqueConstraint("sha256", name="uq_photos_sha256"),
        sqlite_autoincrement=True,
    )
    for table, columns in (
        ("photo_metadata", _words("raw")),
        ("photo_credits", [sa.Column("seq", sa.Integer, autoincrement=False, nullable=False), *_words("kind", "name")]),
    ):
        key = ("photo_id", "seq") if table == "photo_credits" else ("photo_id",)
        named = [sa.CheckConstraint("trim(name) <> ''", name=op.f("ck_photo_credits_name"))]
        op.create_table(
            table,
            sa.Column(
                "photo_id",
                sa.Integer,
                sa.ForeignKey("photos.id", name=f"fk_{table}_photo_id"),
                autoincrement=False,
                nullable=False,
            ),
            *columns,
            _key(table, *key),
            *(named if table == "photo_credits" else []),
        )
    op.create_table(
        "article_photos",
        _reference("article_id", "articles", "article_photos"),
        _reference("photo_id", "photos", "article_photos"),
        *_numbers("position"),
        sa.Column("lead", sa.Boolean, nullable=False),
        *_words("caption", "alt"),
        _key("article_photos", "article_id", "photo_id"),
    )
    op.create_index("ix_article_photos_photo_id", "article_photos", ["photo_id"])
    lead = sa.text("lead")
    op.create_index(
        "ix_article_photos_lead", "article_photos", ["article_id"], unique=True, sqlite_where=lead, postgresql_where=lead
    )


def _briefings() -> None:
    op.create_table(
        "series",
        *_numbers("id"),
        *_words("name", "slug", "language"),
        _key("series", "id"),
        sa.UniqueConstraint("name", name="uq_series_name"),
        sa.UniqueConstraint("slug", name="uq_series_slug"),
    )
    op.create_table(
        "briefings",
        *_numbers("id"),
        _reference("series_id", "series", "briefings"),
        *_numbers("revision", "number"),
        sa.Column("day", sa.Date, nullable=False),
        *_words("state", "editors_note"),
        _moment("finished_at", nullable=True),
        _by("finished_by", "briefings", nullable=True),
        _moment("updated_at"),
        _by("updated_by", "briefings"),
        _key("briefings", "id"),
        sqlite_autoincrement=True,
    )
    finished = sa.text("state = 'finished'")
    op.create_index(
        "ix_briefings_finished",
        "briefings",
        ["series_id", "number"],
        unique=True,
        sqlite_where=finished,
        postgresql_where=finished,
    )
    op.create_table(
        "briefing_items",
        _reference("briefing_id", "briefings", "briefing_items"),
        *_numbers("position"),
        _reference("article_id", "articles", "briefing_items"),
        sa.Column("article_revision", sa.Integer),
        *_words("headline", "summary"),
        _key("briefing_items", "briefing_id", "position"),
        sa.ForeignKeyConstraint(
            ["article_id", "article_revision"],
            ["versions.article_id", "versions.revision"],
            name="fk_briefing_items_article_id_article_revision",
        ),
    )
    op.create_index(
        "ix_briefing_items_article_id_article_revision", "briefing_items", ["article_id", "article_revision"]
    )


def _releases_and_approvals() -> None:
    op.create_table(
        "releases",
        *_numbers("id"),
        _reference("article_id", "articles", "releases"),
        *_numbers("version"),
        *_words("kind"),
        _moment("released_at"),
        _by("released_by", "releases"),
        *_words("reason", "snapshot", "chain_hash"),
        _key("releases", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_releases_article_id", "releases", ["article_id"])
    op.create_table(
        "approvals",
        *_numbers("id"),
        _reference("article_id", "articles", "approvals"),
        *_words("kind"),
        _by("signed_by", "approvals"),
        _moment("signed_at"),
        *_words("content_hash"),
        _key("approvals", "id"),
    )
    op.create_index("ix_approvals_article_id", "approvals", ["article_id"])


def _search_on_sqlite() -> None:
    # The words are kept beside the index: SQLite before 3.43 can take a text out of an index only
    # when it is told the very words that went in.
    op.execute(
        "CREATE TABLE article_search (article_id INTEGER PRIMARY KEY REFERENCES articles (id),"
        " headline TEXT NOT NULL, body TEXT NOT NULL)"
    )
    op.execute(
        "CREATE VIRTUAL TABLE article_fts USING fts5(headline, body, content='article_search',"
        " content_rowid='article_id', tokenize='ascii', prefix='1 2 3 4 5', detail=column, columnsize=0)"
    )
    # The index tidies itself by so many pages at a time; small ones keep that out of a save's way.
    op.execute("INSERT INTO article_fts (article_fts, rank) VALUES ('pgsz', 1000)")


def _search_on_postgres() -> None:
    op.execute(
        "CREATE TABLE article_search (article_id INTEGER PRIMARY KEY REFERENCES articles (id), terms TSVECTOR NOT NULL)"
    )
    op.execute("CREATE INDEX ix_article_search_terms ON article_search USING gin (terms)")


_CREDITED = "SELECT 1 FROM photo_credits c WHERE c.photo_id = {photo} AND c.kind IN ('creator', 'agency')"
_SHOWS_UNCREDITED = (
    "SELECT 1 FROM article_photos u WHERE u.article_id = NEW.id"
    f" AND NOT EXISTS ({_CREDITED.format(photo='u.photo_id')})"
)
_SHOWN_AND_UNCREDITED = (
    "EXISTS (SELECT 1 FROM article_photos u JOIN articles a ON a.id = u.article_id"
    f" WHERE u.photo_id = OLD.photo_id AND a.state = 'published') AND NOT EXISTS ({_CREDITED.format(photo='OLD.photo_id')})"
)
_ATTACHED_UNCREDITED = (
    "EXISTS (SELECT 1 FROM articles a WHERE a.id = NEW.article_id AND a.state = 'published')"
    f" AND NOT EXISTS ({_CREDITED.format(photo='NEW.photo_id')})"
)
_UNCREDITED = "newsdesk: published without credit"
_APPEND_ONLY = "newsdesk: append-only"


def _sqlite_guard(name: str, event: str, condition: str, words: str) -> str:
    when = f" WHEN {condition}" if condition else ""
    return f"CREATE TRIGGER {name} {event}{when} BEGIN SELECT RAISE(ABORT, '{words}'); END"


_PUBLISHED_UNCREDITED = f"NEW.state = 'published' AND EXISTS ({_SHOWS_UNCREDITED})"
_SQLITE_GUARDS = (
    _sqlite_guard("articles_published", "BEFORE UPDATE OF state ON articles", _PUBLISHED_UNCREDITED, _UNCREDITED),
    _sqlite_guard("article_photos_added", "AFTER INSERT ON article_photos", _ATTACHED_UNCREDITED, _UNCREDITED),
    _sqlite_guard("article_photos_changed", "AFTER UPDATE ON article_photos", _ATTACHED_UNCREDITED, _UNCREDITED),
    _sqlite_guard("photo_credits_removed", "AFTER DELETE ON photo_credits", _SHOWN_AND_UNCREDITED, _UNCREDITED),
    _sqlite_guard("photo_credits_changed", "AFTER UPDATE ON photo_credits", _SHOWN_AND_UNCREDITED, _UNCREDITED),
    _sqlite_guard("releases_changed", "BEFORE UPDATE ON releases", "", _APPEND_ONLY),
    _sqlite_guard("releases_removed", "BEFORE DELETE ON releases", "", _APPEND_ONLY),
    _sqlite_guard("approvals_changed", "BEFORE UPDATE ON approvals", "", _APPEND_ONLY),
    _sqlite_guard("approvals_removed", "BEFORE DELETE ON approvals", "", _APPEND_ONLY),
)


def _postgres_guard(name: str, event: str, lock: str, condition: str, words: str, each: str = "ROW") -> tuple[str, str]:
    test = f"IF {condition} THEN RAISE EXCEPTION '{words}'; END IF; " if condition else f"RAISE EXCEPTION '{words}'; "
    return (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {lock}{test}RETURN NEW; END $$",
        f"CREATE TRIGGER {name} {event} FOR EACH {each} EXECUTE FUNCTION {name}()",
    )


# What a rule looks at is locked first: two people can't break it together, each seeing half.
_LOCK_SHOWN = (
    "IF NEW.state = 'published' THEN PERFORM 1 FROM photos p JOIN article_photos u ON u.photo_id = p.id"
    " WHERE u.article_id = NEW.id ORDER BY p.id FOR SHARE OF p; END IF; "
)
_LOCK_ATTACHED = (
    "PERFORM 1 FROM articles WHERE id = NEW.article_id FOR SHARE;"
    " PERFORM 1 FROM photos WHERE id = NEW.photo_id FOR SHARE; "
)
_LOCK_PHOTO = "PERFORM 1 FROM photos WHERE id = OLD.photo_id FOR UPDATE; "
_POSTGRES_GUARDS = (
    *_postgres_guard(
        "articles_published", "BEFORE UPDATE OF state ON articles", _LOCK_SHOWN, _PUBLISHED_UNCREDITED, _UNCREDITED
    ),
    *_postgres_guard(
        "article_photos_shown",
        "AFTER INSERT OR UPDATE ON article_photos",
        _LOCK_ATTACHED,
        _ATTACHED_UNCREDITED,
        _UNCREDITED,
    ),
    *_postgres_guard(
        "photo_credits_removed",
        "AFTER DELETE OR UPDATE ON photo_credits",
        _LOCK_PHOTO,
        _SHOWN_AND_UNCREDITED,
        _UNCREDITED,
    ),
    *_postgres_guard("releases_changed", "BEFORE UPDATE OR DELETE ON releases", "", "", _APPEND_ONLY),
    *_postgres_guard("releases_emptied", "BEFORE TRUNCATE ON releases", "", "", _APPEND_ONLY, each="STATEMENT"),
    *_postgres_guard("approvals_changed", "BEFORE UPDATE OR DELETE ON approvals", "", "", _APPEND_ONLY),
    *_postgres_guard("approvals_emptied", "BEFORE TRUNCATE ON approvals", "", "", _APPEND_ONLY, each="STATEMENT"),
)
