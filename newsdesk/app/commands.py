"""What each command does, with the services that the window uses too."""

import argparse
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from newsdesk.app.compose import open_newsroom
from newsdesk.app.demo import run_demo
from newsdesk.app.paths import default_newsroom, is_shared, newsroom_folder, public_address
from newsdesk.app.records import article_record, finding_records, photo_record, summary_record
from newsdesk.domain.errors import InvalidValueError, NewsdeskError
from newsdesk.domain.findings import Finding, blocking
from newsdesk.domain.ids import ArticleId, BriefingId, PhotoId
from newsdesk.domain.summary import ArticleQuery, PhotoQuery
from newsdesk.domain.workflow import Kind, State
from newsdesk.export.registry import ExportReport
from newsdesk.services.backup import restore
from newsdesk.services.newsroom import Newsroom
from newsdesk.services.photo_desk import Refused

_PAGE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command has to say: a record for ``--json``, lines for people, complaints for standard error."""

    record: dict[str, Any] = field(default_factory=lambda: {"done": True})
    lines: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()
    refused: bool = False


def carry_out(wanted: argparse.Namespace) -> Answer:
    """Carry out a parsed command; raises NewsdeskError where it is refused as a whole."""
    address = wanted.newsroom or str(default_newsroom())
    alone = _WITHOUT_NEWSROOM.get(wanted.command)
    if alone is not None:
        return alone(wanted, address)
    newsroom = open_newsroom(address)
    try:
        return _COMMANDS[(wanted.command, getattr(wanted, "step", ""))](newsroom, wanted)
    finally:
        newsroom.close()


def _create(wanted: argparse.Namespace, address: str) -> Answer:
    open_newsroom(wanted.address, photos=wanted.photos).close()
    return Answer(lines=(f"A newsroom is ready at {public_address(wanted.address)}.",))


def _demo(wanted: argparse.Namespace, address: str) -> Answer:
    run_demo(wanted.out, wanted.page, _say_nothing if wanted.json else print)
    return Answer()


def _say_nothing(_: str) -> None:
    """With ``--json`` the steps are not told: the one document stands alone."""


def _restore(wanted: argparse.Namespace, address: str) -> Answer:
    if is_shared(address):
        allowed = "a new folder; a shared newsroom is restored with PostgreSQL's own pg_restore"
        raise InvalidValueError(field="--newsroom", value=public_address(address), allowed=allowed)
    folder = newsroom_folder(address)
    restore(wanted.file, folder)
    return Answer(lines=(f"Restored to {folder}.",))


def _settings(newsroom: Newsroom, wanted: argparse.Namespace) -> Answer:
    if wanted.value is not None:
        newsroom.settings.set(wanted.key, wanted.value)
        return Answer(lines=(f"{wanted.key} = {newsroom.settings.get(wanted.key)}",))
    values = {wanted.key: newsroom.settings.get(wanted.key)} if wanted.key else newsroom.settings.all()
    return Answer(record=dict(values), lines=tuple(f"{key} = {value}" for key, value in values.items()))


def _import(newsroom: Newsroom, wanted: argparse.Namespace) -> Answer:
    kept, refused, lines = [], [], []
    for result in newsroom.intake.read(wanted.files):
        if result.imported is None:
            refused.append(Refused(file=str(result.file), reason=str(result.refusal)))
            continue
        try:
            article = newsroom.intake.keep(result.imported, result.file.parent)
        except NewsdeskError as refusal:
            refused.append(Refused(file=str(result.file), reason=str(refusal)))
            continue
        kept.append({"id": article.id, "headline": article.headline, "questions": list(article.questions)})
        lines.append(f"{article.id}  {article.headline or 'without a headline'}")
        lines.extend(f"    ? {question}" for question in article.questions)
    return _with_refused({"articles": kept}, lines, refused)


def _with_refused(record: dict[str, Any], lines: Iterable[str], refused: Iterable[Refused]) -> Answer:
    """A refused file never takes the good ones with it."""
    bad = tuple(refused)
    return Answer(
        record={**record, "refused": [{"file": entry.file, "reason": entry.reason} for entry in bad]},
        lines=tuple(lines),
        complaints=tuple(f"{entry.file}: {entry.reason}" for entry in bad),
        refused=bool(bad),
    )


def _articles(newsroom: Newsroom, wanted: argparse.Namespace) -> Answer:
    states = frozenset({State(wanted.state)}) if wanted.state else frozenset[State]()
    query = ArticleQuery(states=states, words=wanted.query)
    publication = newsroom.settings.publication()
    rows: list[dict[str, Any]] = []
    page = newsroom.articles.page(query, None, _PAGE)
    while True:
        rows.extend(summary_record(row, publication) for row in page.rows)
        if page.following is None:
            break
        page = newsroom.articles.page(query, page.following, _PAGE)
    lines = tuple(f"{row['id']:>6}  {row['state']:<10}  {row['headline']}" for row in rows)
    return Answer(record={"articles": rows, "total": len(rows)}, lines=lines or ("No stories.",))


def _show(newsroom: Newsroom, wanted: argparse.Namespace) -> Answer:
    article = newsroom.articles.get(ArticleId(wanted.id))
    photos = newsroom.photos.get_many([use.photo for use in article.photos])
    record = article_record(article, photos, newsroom.photos.agencies(), newsroom.settings.publication())
    facts = [f"{name}: {value}" for name, value in record.items() if name not in ("body_markdown", "photos")]
    pictures = [f"photo {use['photo']}: {use['caption']} {use['credit']}".rstrip() for use in record["photos"]]
    questions = [f"? {question}" for question in article.questions]
    return Answer(record=record, lines=(*facts, *pictures, *questions, "", article.body_markdown.rstrip("\n")))


def _move(newsroom: Newsroom, wanted: argparse.Namespace) -> Answer:
    words = {name: getattr(wanted, name) for name in ("wrong", "right", "where", "reason", "at")}
    result = newsroom.articles.move(
        ArticleId(wanted.id),
        State(wanted.state),
        kind=Kind(wanted.kind) if wanted.kind else None,
        words=words,
        waive=wanted.waive,
    )
    state = str(result.article.state)
    record = {"id": result.article.id, "state": state, "findings": finding_records(result.findings)}
    return Answer(record=record, lines=(f"Story {result.article.id} is {state}.", *_finding_lines(result.findings)))


def _approve(newsroom: Newsroom, wanted: argparse.Namespace) -> Answer:
    newsroom.approvals.sign(ArticleId(wanted.id), wanted.kind)
    return Answer(lines=(f"Story {wanted.id} has its {wanted.kind} approval.",))


def _photos(newsroom: Newsroom, wanted: argparse.Namespace) -> Answer:
    query = PhotoQuery(missing_credit=wanted.missing_credit)
    photos = newsroom.photos.find(query, 0, newsroom.photos.count(query))
    return _photo_answer(newsroom, [photo_record(photo, newsroom.photos.agencies()) for photo in photos], ())


def _photos_add(newsroom: Newsroom, wanted: argparse.Namespace) -> Answer:
    taken = newsroom.photos.add(wanted.files)
    agencies = newsroom.photos.agencies()
    records = [photo_record(entry.photo, agencies, entry.file) for entry in taken.photos]
    return _photo_answer(newsroom, records, taken.refused)


def _photo_answer(newsroom: Newsroom, records: list[dict[str, Any]], refused: Iterable[Refused]) -> Answer:
    lines = [f"{row['id']:>6}  {row['credit'] or 'NO CREDIT'}  {row['file']}" for row in records]
    return _with_refused({"photos": records}, lines or ["No photos."], refused)


def _photos_credit(newsroom: Newsroom, wanted: argparse.Namespace) -> Answer:
    photo = newsroom.photos.credit(PhotoId(wanted.id), creator=wanted.creator, agency=wanted.agency, terms=wanted.terms)
    return Answer(lines=(f"Photo {photo.id} is credited: {newsroom.photos.credit_line(photo)}",))


def _attach(newsroom: Newsroom, wanted: argparse.Namespace) -> Answer:
    photo = PhotoId(wanted.photo)
    article = newsroom.articles.attach(
        ArticleId(wanted.article), photo, caption=wanted.caption, alt=wanted.alt, lead=wanted.lead
    )
    use = article.use_of(photo)
    lead = use is not None and use.lead
    place = "as the lead photo" if lead else "as a photo"
    record = {"article": article.id, "photo": photo, "lead": lead}
    return Answer(record=record, lines=(f"Photo {photo} is attached to story {article.id} {place}.",))


def _check(newsroom: Newsroom, wanted: argparse.Namespace) -> Answer:
    one = wanted.id is not None
    findings = newsroom.checks.check_stored(ArticleId(wanted.id)) if one else newsroom.checks.check_all()
    lines = _finding_lines(findings) or ("Nothing stands against it.",)
    return Answer(record={"findings": finding_records(findings)}, lines=lines, refused=bool(blocking(findings)))


def _finding_lines(findings: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(f"{found.severity:<13}  {found.code}  story {found.article}: {found.text}" for found in findings)


def _export_site(newsroom: Newsroom, wanted: argparse.Namespace) -> Answer:
    newsroom.publishing.publish_due()
    return _report(newsroom.publishing.export_site(wanted.out))


def _export_article(newsroom: Newsroom, wanted: argparse.Namespace) -> Answer:
    return _report(newsroom.publishing.export_article(ArticleId(wanted.id), wanted.format, wanted.out))


def _export_briefing(newsroom: Newsroom, wanted: argparse.Namespace) -> Answer:
    return _report(newsroom.publishing.export_briefing(BriefingId(wanted.id), wanted.format, wanted.out))


def _report(report: ExportReport) -> Answer:
    record = {
        "files": list(report.files),
        "written": report.written,
        "unchanged": report.unchanged,
        "removed": report.removed,
    }
    return Answer(
        record=record,
        lines=(f"Files written: {report.written}, unchanged: {report.unchanged}, removed: {report.removed}.",),
    )


def _briefing_new(newsroom: Newsroom, wanted: argparse.Namespace) -> Answer:
    try:
        day = dt.date.fromisoformat(wanted.date)
    except ValueError as problem:
        raise InvalidValueError(field="--date", value=wanted.date, allowed="a day such as 2026-11-21") from problem
    edition = newsroom.briefings.new(wanted.series, day, [ArticleId(id_) for id_ in wanted.articles])
    record = {"id": edition.id, "number": edition.number}
    return Answer(record=record, lines=(f"Briefing {edition.id} is open as No. {edition.number}.",))


def _briefing_finish(newsroom: Newsroom, wanted: argparse.Namespace) -> Answer:
    edition = newsroom.briefings.finish(BriefingId(wanted.id))
    return Answer(lines=(f"Briefing {edition.id} is finished as No. {edition.number}.",))


def _backup(newsroom: Newsroom, wanted: argparse.Namespace) -> Answer:
    return Answer(lines=(f"Backed up to {newsroom.backup.backup(wanted.out)}.",))


def _verify(newsroom: Newsroom, wanted: argparse.Namespace) -> Answer:
    wrong = newsroom.backup.verify()
    if not wrong:
        return Answer(lines=("Nothing is wrong.",))
    return Answer(record={"refused": [{"reason": fault} for fault in wrong]}, complaints=wrong, refused=True)


_WITHOUT_NEWSROOM: Mapping[str, Callable[[argparse.Namespace, str], Answer]] = {
    "newsroom": _create,
    "demo": _demo,
    "restore": _restore,
}
_COMMANDS: Mapping[tuple[str, str], Callable[[Newsroom, argparse.Namespace], Answer]] = {
    ("settings", ""): _settings,
    ("import", ""): _import,
    ("articles", ""): _articles,
    ("show", ""): _show,
    ("move", ""): _move,
    ("approve", ""): _approve,
    ("photos", ""): _photos,
    ("photos", "add"): _photos_add,
    ("photos", "credit"): _photos_credit,
    ("attach", ""): _attach,
    ("check", ""): _check,
    ("export", "site"): _export_site,
    ("export", "article"): _export_article,
    ("export", "briefing"): _export_briefing,
    ("briefing", "new"): _briefing_new,
    ("briefing", "finish"): _briefing_finish,
    ("backup", ""): _backup,
    ("verify", ""): _verify,
}
