"""Agency pages of our own with the traits of the seed, in three alphabets."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdesk.domain.photo import AwaitedPhoto
from newsdesk.ingest.imported import Imported
from newsdesk.ingest.refusals import NoStoryError
from tests.ingest.pages import PAGES, left_out, paragraphs, read, read_page

AGENCY_PAGES = ("agency_page.txt", "agency_page.html")
STORY = (
    "The mayor said on Monday that the bridge would open in May, two months earlier than had been planned at first.\n\n"
    "She added that the lamps had come and that the painters were at work, rain or no rain, from seven in the morning."
)


def a_page(*, header: str = "Source: Beta\nArchive / News | 14.03.24 | access_time 09:05", below: str = STORY) -> str:
    return f"Bridge to Open in May | Beta Briefing\n\nBridge to Open in May\n\n{header}\n\n{below}\n"


def read_text(folder: Path, text: str) -> Imported:
    path = folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    return read(path)


@pytest.mark.parametrize("name", AGENCY_PAGES)
def test_fields_are_filled(name: str) -> None:
    record = read_page(name)
    assert (record.headline, record.source, record.section, record.published_at) == (
        "City Council Backs Tram Line to Belgrade Airport",
        "Beta",
        "Archive / News",
        datetime(2024, 3, 14, 8, 5, tzinfo=UTC),
    )


@pytest.mark.parametrize("name", AGENCY_PAGES)
def test_awaited_photo_has_caption_and_credit(name: str) -> None:
    wanted = AwaitedPhoto(caption="Vesna Ilic", creator="JOVANA DJURIC", agency="BETAPHOTO")
    assert read_page(name).awaited_photo == wanted


@pytest.mark.parametrize("name", AGENCY_PAGES)
def test_body_is_the_six_paragraphs(name: str) -> None:
    story = paragraphs(read_page(name))
    assert (len(story), story[0][:30], story[-1][-30:]) == (
        6,
        "The Belgrade city council on M",
        "cond bridge with the ministry.",
    )


def test_text_and_html_of_one_page_have_one_body() -> None:
    assert read_page("agency_page.txt").body_markdown == read_page("agency_page.html").body_markdown


@pytest.mark.parametrize("name", AGENCY_PAGES)
def test_nothing_is_asked_about_a_page_of_the_agency(name: str) -> None:
    assert read_page(name).questions == ()


def test_lists_below_the_story_are_counted_not_kept() -> None:
    dropped = left_out(read_page("agency_page.html"))
    assert (dropped["related articles"], dropped["latest news"], dropped["subscription offer"]) == (3, 6, 1)


def test_empty_lists_are_counted_as_empty_headings() -> None:
    assert left_out(read_page("agency_page.txt"))["empty headings"] == 2


@pytest.mark.parametrize(
    ("name", "language", "headline", "source"),
    [
        ("agency_page_sr_latn.txt", "sr-Latn", "Gradsko veće podržalo tramvaj do aerodroma", "Beta"),
        ("agency_page_sr_cyrl.txt", "sr-Cyrl", "Градско веће подржало трамвај до аеродрома", "Бета"),
    ],
)
def test_serbian_page_is_read_in_its_script(name: str, language: str, headline: str, source: str) -> None:
    record = read_page(name)
    assert (record.language, record.headline, record.source) == (language, headline, source)


@pytest.mark.parametrize("name", ["agency_page_sr_latn.txt", "agency_page_sr_cyrl.txt"])
def test_gate_and_lists_of_a_serbian_page_are_dropped(name: str) -> None:
    record = read_page(name)
    dropped = left_out(record)
    assert (len(paragraphs(record)), dropped["subscription offer"], dropped["related articles"]) == (3, 1, 1)


@pytest.mark.parametrize("name", ["agency_page_sr_latn.txt", "agency_page_sr_cyrl.txt"])
def test_summer_clock_is_two_hours_ahead(name: str) -> None:
    assert read_page(name).published_at == datetime(2024, 7, 14, 16, 40, tzinfo=UTC)


def test_clock_that_never_was_is_asked_about(tmp_path: Path) -> None:
    record = read_text(tmp_path, a_page(header="Source: Beta\nArchive / News | 31.03.24 | access_time 02:30"))
    assert record.questions == (
        "The clock never showed “31.03.24, 02:30” that night: was it published an hour later by the clock?",
    )


def test_clock_that_was_twice_is_asked_about(tmp_path: Path) -> None:
    record = read_text(tmp_path, a_page(header="Source: Beta\nArchive / News | 27.10.24 | access_time 02:30"))
    assert (record.published_at, record.questions) == (
        datetime(2024, 10, 27, 0, 30, tzinfo=UTC),
        ("The clock showed “27.10.24, 02:30” twice that night: was it the first time?",),
    )


def test_page_without_a_clock_asks_when_it_was_published(tmp_path: Path) -> None:
    record = read_text(tmp_path, a_page(header="Source: Beta\nArchive / News | 14.03.24"))
    assert record.questions == ("Is “14.03.2024, 00:00” when it was published?",)


def test_page_without_a_photo_awaits_none(tmp_path: Path) -> None:
    assert read_text(tmp_path, a_page()).awaited_photo is None


def test_short_line_above_the_story_is_asked_about_as_caption(tmp_path: Path) -> None:
    record = read_text(tmp_path, a_page(below=f"The new bridge at dusk\n\n{STORY}"))
    assert record.questions == ("Is “The new bridge at dusk” the caption of the photo?",)


def test_running_text_behind_the_gate_is_kept_and_asked_about(tmp_path: Path) -> None:
    more = "The old bridge stays open to walkers, she said, until the last lamp of the new one has been lit and tested."
    record = read_text(tmp_path, a_page(below=f"{STORY}\n\nSubscription offer\nOr\nRegister for free\n\n{more}"))
    assert more in record.body_markdown and record.questions[0].startswith("Is “The old bridge stays open")


def test_source_crumb_and_clock_on_one_line_are_read(tmp_path: Path) -> None:
    record = read_text(tmp_path, a_page(header="Source: Beta | Archive / News | 14.03.24 | 09:05"))
    assert (record.source, record.section, record.published_at) == (
        "Beta",
        "Archive / News",
        datetime(2024, 3, 14, 8, 5, tzinfo=UTC),
    )


def test_menu_above_the_headline_is_left_out(tmp_path: Path) -> None:
    record = read_text(tmp_path, "Home\nArchive\nLog in\n\n" + a_page())
    assert (record.headline, left_out(record)["navigation"]) == ("Bridge to Open in May", 3)


def test_title_and_headline_that_differ_are_asked_about(tmp_path: Path) -> None:
    text = a_page().replace("Bridge to Open in May\n\nSource", "New Bridge to Open in Spring\n\nSource")
    record = read_text(tmp_path, text)
    assert (record.headline, record.questions) == (
        "New Bridge to Open in Spring",
        ("Is “New Bridge to Open in Spring” the headline?",),
    )


def test_second_photo_is_left_out_by_name(tmp_path: Path) -> None:
    photos = "The bridge (BETAPHOTO/ANA PETROVIC)\n\n", "\n\nThe painters (BETAPHOTO/ANA PETROVIC)"
    record = read_text(tmp_path, a_page(below=STORY.join(photos)))
    assert (record.awaited_photo, left_out(record)["photo “The painters”"]) == (
        AwaitedPhoto(caption="The bridge", creator="ANA PETROVIC", agency="BETAPHOTO"),
        1,
    )


def test_agency_page_without_a_story_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoStoryError):
        read_text(tmp_path, a_page(below="Subscription offer\nOr\nRegister for free"))


def test_reading_the_saved_page_twice_gives_one_record() -> None:
    assert read(PAGES / "agency_page.html") == read(PAGES / "agency_page.html")
