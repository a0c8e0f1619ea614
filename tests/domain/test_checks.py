"""Checks: each code appears exactly where it should, and a whole story has none that stops it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from newsdesk.domain.article import HEADLINE_LIMIT, STANDFIRST_LIMIT, Article
from newsdesk.domain.checks import Facts, check_article, readers_see
from newsdesk.domain.credit import Credit, credit_of
from newsdesk.domain.credit_patterns import DEFAULT_AGENCIES, by_code, render_credit
from newsdesk.domain.findings import Finding, Severity, blocking
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.domain.photo import AwaitedPhoto, Photo
from newsdesk.domain.publication import Publication
from newsdesk.domain.rights import Rights, RightsCategory
from tests.builders import NOW, a_photo, a_use, an_article, codes

_AGENCIES = by_code(DEFAULT_AGENCIES)
_LATER, _EARLIER = NOW + timedelta(days=1), NOW - timedelta(days=1)


def facts(*photos: Photo, **known: Any) -> Facts:
    """Return what is known of a newsroom with these photos."""
    base = Facts(
        photos={photo.id: photo for photo in photos},
        credit_lines={photo.id: render_credit(photo.credit, _AGENCIES) for photo in photos},
        agencies=_AGENCIES,
        publication=Publication(),
        has_body=True,
        now=NOW,
    )
    return replace(base, **known)


def found(article: Article, known: Facts | None = None) -> set[str]:
    """Return the codes of what stands against a story."""
    return codes(check_article(article, known or facts()))


def found_of(**photo: Any) -> set[str]:
    """Return the codes of what stands against a whole story with this photo."""
    return found(an_article(photos=(a_use(),)), facts(a_photo(**photo)))


def severity_of(code: str, article: Article, known: Facts | None = None) -> Severity:
    """Return the weight of the one finding with a code."""
    (finding,) = [finding for finding in check_article(article, known or facts()) if finding.code == code]
    return finding.severity


def test_a_story_that_lacks_nothing_has_no_findings() -> None:
    assert found(an_article(photos=(a_use(),)), facts(a_photo())) == set()


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("headline", "  ", "TX01"),
        ("section", "", "TX03"),
        ("source", " ", "TX04"),
    ],
)
def test_an_empty_field_that_every_story_needs_blocks(field: str, value: str, code: str) -> None:
    article = an_article(**{field: value})
    assert (found(article), severity_of(code, article)) == ({code}, Severity.BLOCKS)


def test_a_story_without_text_is_blocked() -> None:
    assert severity_of("TX02", an_article(), facts(has_body=False)) is Severity.BLOCKS


def test_a_long_headline_is_a_notice_that_counts_the_letters() -> None:
    (finding,) = check_article(an_article(headline="x" * (HEADLINE_LIMIT + 3)), facts())
    assert (finding.code, finding.severity) == ("TX10", Severity.NOTICE)
    assert "3 letters" in finding.sentence


def test_a_headline_at_its_limit_is_no_finding() -> None:
    assert found(an_article(headline="x" * HEADLINE_LIMIT)) == set()


def test_a_missing_standfirst_is_a_notice() -> None:
    assert severity_of("TX11", an_article(standfirst="")) is Severity.NOTICE


def test_a_long_standfirst_is_a_notice() -> None:
    assert severity_of("TX12", an_article(standfirst="x" * (STANDFIRST_LIMIT + 1))) is Severity.NOTICE


def test_an_awaited_photo_is_a_notice_that_names_its_makers() -> None:
    awaited = AwaitedPhoto(caption="Jens Stoltenberg", creator="MILOS MISKOV", agency="BETAPHOTO")
    (finding,) = check_article(an_article(awaited_photo=awaited), facts())
    assert (finding.code, finding.severity) == ("PN10", Severity.NOTICE)
    assert "“Jens Stoltenberg” (BETAPHOTO/MILOS MISKOV)" in finding.sentence


def test_an_embargo_blocks_until_its_moment() -> None:
    assert severity_of("EM01", an_article(embargo_until=_LATER)) is Severity.BLOCKS


@pytest.mark.parametrize("until", [NOW, _EARLIER])
def test_an_embargo_that_has_passed_is_no_finding(until: object) -> None:
    assert found(an_article(embargo_until=until)) == set()


def test_a_use_of_a_photo_that_nobody_has_is_blocked() -> None:
    assert severity_of("PG00", an_article(photos=(a_use(),)), facts()) is Severity.BLOCKS


def test_a_figure_without_a_use_is_blocked_and_names_the_photo() -> None:
    (finding,) = check_article(an_article(), facts(figures=(PhotoId(9),)))
    assert (finding.code, finding.severity, finding.photo) == ("PG00", Severity.BLOCKS, 9)


def test_a_figure_with_its_use_is_no_finding() -> None:
    article = an_article(photos=(a_use(lead=False),))
    assert found(article, facts(a_photo(), figures=(PhotoId(7),))) == set()


def test_a_photo_without_credit_is_blocked_with_the_way_out() -> None:
    article = an_article(photos=(a_use(),))
    (finding,) = blocking(check_article(article, facts(a_photo(credit=Credit()))))
    assert (finding.code, finding.photo, finding.place) == ("PG01", 7, "photos")
    assert finding.way_out and finding.command.startswith("photos credit 7")


def test_a_credit_to_an_unknown_agency_is_blocked() -> None:
    assert found_of(credit=credit_of("Ana", "NOWHERE")) == {"PG02"}


@pytest.mark.parametrize("rights", [Rights(category=RightsCategory.STAFF, valid_to=NOW),
                                    Rights(category=RightsCategory.STAFF, valid_from=_LATER)])  # fmt: skip
def test_rights_that_do_not_cover_today_block(rights: Rights) -> None:
    assert found_of(rights=rights) == {"PG04"}


def test_rights_that_begin_now_and_end_later_do_not_block() -> None:
    assert found_of(rights=Rights(category=RightsCategory.STAFF, valid_from=NOW, valid_to=_LATER)) == set()


def test_a_photo_under_embargo_is_blocked() -> None:
    assert found_of(rights=Rights(category=RightsCategory.STAFF, embargo_until=_LATER)) == {"PG05"}


def test_a_killed_photo_is_blocked_with_its_reason() -> None:
    article = an_article(photos=(a_use(),))
    (finding,) = check_article(article, facts(a_photo(killed_reason="The child's face was shown.")))
    assert finding.code == "PG06" and "The child's face" in finding.sentence


def test_a_photographer_alone_on_unknown_terms_is_blocked() -> None:
    assert found_of(credit=credit_of("Ana Petrović"), rights=Rights()) == {"PG11"}


def test_an_agency_on_unknown_terms_is_no_finding() -> None:
    assert found_of(rights=Rights()) == set()


def test_a_photo_without_credit_is_not_asked_for_its_terms_too() -> None:
    assert found_of(credit=Credit(), rights=Rights()) == {"PG01"}


def test_a_missing_alternative_text_is_a_notice() -> None:
    article = an_article(photos=(a_use(alt=""),))
    assert severity_of("PN01", article, facts(a_photo(alt_text=""))) is Severity.NOTICE


def test_a_missing_alternative_text_blocks_where_the_publication_demands_it() -> None:
    article, demanding = an_article(photos=(a_use(alt=""),)), Publication(alt_text_demanded=True)
    assert severity_of("PN01", article, facts(a_photo(alt_text=""), publication=demanding)) is Severity.BLOCKS


def test_the_photos_own_alternative_text_is_enough() -> None:
    assert found(an_article(photos=(a_use(alt=""),)), facts(a_photo())) == set()


@pytest.mark.parametrize("name", ["Staff", "STRINGER", "name"])
def test_a_placeholder_for_a_photographer_is_a_notice(name: str) -> None:
    assert found_of(credit=credit_of(name, "BETAPHOTO")) == {"PN02"}


def test_a_missing_caption_is_a_notice() -> None:
    assert found(an_article(photos=(a_use(caption=" "),)), facts(a_photo())) == {"PN03"}


def test_each_open_question_is_a_notice_in_its_own_words() -> None:
    asked = ("Is “A” the headline?", "Is “B” part of the story?")
    findings = check_article(an_article(questions=asked), facts())
    assert [(finding.code, finding.sentence) for finding in findings] == [("IM01", asked[0]), ("IM01", asked[1])]


def test_a_second_person_is_asked_for_with_its_own_weight() -> None:
    assert severity_of("WF01", an_article(), facts(second_person=True)) is Severity.SECOND_PERSON


@pytest.mark.parametrize(("allowed", "mentioned"), [(True, True), (False, False)])
def test_a_written_reason_is_offered_where_it_may_stand_in(allowed: bool, mentioned: bool) -> None:
    known = facts(second_person=True, publication=Publication(waiver_allowed=allowed))
    (finding,) = check_article(an_article(), known)
    assert ("reason" in finding.way_out) is mentioned


def test_text_that_readers_do_not_have_yet_is_a_notice() -> None:
    article = an_article(version=1, body_markdown="Another text.\n")
    assert severity_of("WF02", article, facts(released=an_article(version=1))) is Severity.NOTICE


def test_text_as_it_was_released_is_no_finding() -> None:
    assert found(an_article(), facts(released=an_article(revision=9, slugline="ferry"))) == set()


def test_what_readers_see_does_not_depend_on_notes_for_editors() -> None:
    assert readers_see(an_article(note_to_editors="Call him.")) == readers_see(an_article())


def test_blocks_stand_first_then_second_persons_then_notices() -> None:
    article = an_article(standfirst="", section="", questions=("Is “A” the headline?",))
    weights = [finding.severity for finding in check_article(article, facts(second_person=True))]
    assert weights == [Severity.BLOCKS, Severity.SECOND_PERSON, Severity.NOTICE, Severity.NOTICE]


def test_every_finding_names_its_story_and_says_what_to_do() -> None:
    broken = an_article(
        id=ArticleId(5),
        headline="",
        section="",
        source="",
        standfirst="",
        embargo_until=_LATER,
        photos=(a_use(caption="", alt=""), a_use(PhotoId(8), lead=False)),
        awaited_photo=AwaitedPhoto(),
        questions=("Is “A” the headline?",),
    )
    known = facts(a_photo(credit=Credit(), alt_text=""), has_body=False, second_person=True)
    findings: tuple[Finding, ...] = check_article(broken, known)
    assert {finding.article for finding in findings} == {5}
    assert all(finding.sentence and finding.way_out for finding in findings)
