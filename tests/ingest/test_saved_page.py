"""Saved pages of any newspaper: headline and story by structure, the rest left out or asked about."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdesk.domain.photo import AwaitedPhoto
from newsdesk.ingest.imported import Imported
from newsdesk.ingest.refusals import NoStoryError, PageTooDeepError
from newsdesk.ingest.saved_page import read_saved_page
from tests.ingest import pages
from tests.ingest.pages import SETTING, left_out, paragraphs, read_page

ONE = "The ferry company said on Friday that sailings would resume at noon, and that all tickets would be paid back."
TWO = "Passengers had waited at the quay since Wednesday, some of them with their cars, some of them with their horses."
THREE = "The union said that it had asked for safety first and for money second, and that both had been promised to it."


def page(body: str, head: str = "<title>Ferries sail again</title>") -> str:
    return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{body}</body></html>'


def read(body: str, head: str = "<title>Ferries sail again</title>") -> Imported:
    return read_saved_page(page(body, head), SETTING)


def story(*between: str, heading: str = "<h1>Ferries sail again</h1>") -> str:
    return f"{heading}<div><p>{ONE}</p>{''.join(between)}<p>{TWO}</p><p>{THREE}</p></div>"


@pytest.fixture(scope="module")
def news() -> Imported:
    return read_page("news_page.html")


def test_fields_come_from_what_the_page_says_of_itself(news: Imported) -> None:
    assert (news.headline, news.source, news.section, news.byline, news.language) == (
        "Ferry crews call off strike after night of talks",
        "The Harbour Post",
        "Business",
        "Ada Penrose, Tom Quill",
        "en",
    )


def test_stated_time_with_its_zone_is_taken_without_a_question(news: Imported) -> None:
    assert (news.published_at, news.questions) == (datetime(2024, 6, 7, 5, 15, tzinfo=UTC), ())


def test_standfirst_is_a_field_and_not_in_the_body(news: Imported) -> None:
    line = "Sailings resume on Friday as both sides accept a pay rise in two steps."
    assert news.standfirst == line and line not in news.body_markdown


def test_body_keeps_marks_links_subheads_lists_and_quotes(news: Imported) -> None:
    assert paragraphs(news) == [
        "Ferry crews called off a two-day strike early on Friday after"
        " [talks](https://harbourpost.example/business/talks-begin) that ran through the night, their union said.",
        "The deal gives 1,400 sailors and engineers a rise of **three per cent** now and as much again in January,"
        " according to *both* sides.",
        "## What was agreed",
        "-   No ship sails with fewer than eleven people on board.\n"
        "-   Night shifts end after ten hours, as they do in [other ports](https://other.example/rules).",
        "> “We asked for safety first and for money second,” said Mirela Stan, who led the talks for the crews.",
        "The company said that sailings would resume at noon, and that tickets for the days of the strike would be"
        " paid back within a week.",
        "Passengers queued at the quay nevertheless, some of them since Wednesday;"
        " the first tickets were sold at seven.",
    ]


@pytest.mark.parametrize(
    "kind",
    ["videos", "newsletter boxes", "related stories", "comments", "share buttons", "footer lines", "navigation"],
)
def test_what_stands_beside_the_story_is_counted(news: Imported, kind: str) -> None:
    assert left_out(news)[kind] >= 1


def test_first_photo_is_awaited_and_the_second_left_out_by_name(news: Imported) -> None:
    wanted = AwaitedPhoto(
        caption="A ferry waits at the quay on Thursday night.", creator="ANA PETROVIC", agency="BETAPHOTO"
    )
    assert (news.awaited_photo, left_out(news)["photo “Mirela Stan on Friday.”"]) == (wanted, 1)


def test_page_of_tables_and_line_breaks_gives_its_paragraphs() -> None:
    record = read_page("bare_page.html")
    assert (record.headline, len(paragraphs(record))) == ("Library reopens after the flood", 4)


def test_story_kept_in_json_ld_alone_is_taken_and_asked_about() -> None:
    record = read_page("hidden_story.html")
    assert len(paragraphs(record)) == 4 and record.questions[0].endswith("part of the story?")


@pytest.mark.parametrize(
    "between",
    [
        '<p><b>Read also:</b> <a href="/x">Harbour fees to rise</a></p>',
        '<p><a href="/x">Harbour fees to rise in the autumn, company says in a letter</a></p>',
        "<p>Advertisement</p>",
        "<p>Story continues below advertisement</p>",
        '<div class="newsletter-box"><p>Get the news of the harbour in your inbox each morning, free.</p></div>',
        '<div class="related-articles"><h3><a href="/x">Harbour fees</a></h3><p>Fees rise, says a letter.</p></div>',
        '<div class="box"><h3><a href="/x">Harbour fees</a></h3><p>Fees rise, the company says in a letter.</p></div>',
        '<div class="video-wrapper"><video src="a.mp4"></video><p>Watch the first ship leave the harbour.</p></div>',
        '<div class="share-tools"><a href="#">Facebook</a> <a href="#">Viber</a></div>',
        '<p class="wp-caption-text">The quay on Friday.</p>',
        '<p><img src="a.jpg"> The quay on Friday. (Ann Example/Some Agency)</p>',
        '<blockquote style="display: none"><p>Hidden words that nobody sees on the page at all.</p></blockquote>',
        '<iframe src="https://films.example/1">Your browser shows no frames.</iframe>',
        "<script>document.write('<p>Written by a script, seen by nobody who reads this.</p>')</script>",
        '<ul><li><a href="/1">One other story here</a></li><li><a href="/2">Another other story here</a></li></ul>',
        '<p class="sr-only">Image caption follows, for readers who listen.</p>',
    ],
)
def test_what_interrupts_the_story_is_not_in_the_body(between: str) -> None:
    assert paragraphs(read(story(between))) == [ONE, TWO, THREE]


@pytest.mark.parametrize(
    ("between", "markdown"),
    [
        ("<h2>At the quay</h2>", "## At the quay"),
        ("<h5>At the quay</h5>", "### At the quay"),
        ("<p>“No,” he said.</p>", "“No,” he said."),
        ('<p>It was <a href="https://a.example/">said</a>.</p>', "It was [said](https://a.example/)."),
        ('<p>It was <a href="#top">said</a> again.</p>', "It was said again."),
        ('<p>It was <a href="/news/1">said</a> again.</p>', "It was said again."),
        ("<p>It was <b>bold</b> of <i>him</i> to go.</p>", "It was **bold** of *him* to go."),
        ("<ol><li>Ships sail.</li><li>Cars wait.</li></ol>", "1.  Ships sail.\n2.  Cars wait."),
        ("<p>Ships&nbsp;sail  at\nnoon.</p>", "Ships sail at noon."),
        ('<p>He said: "It\'s <b>late</b>" -- and left.</p>', "He said: “It’s **late**” — and left."),
    ],
)
def test_what_belongs_to_the_story_is_kept(between: str, markdown: str) -> None:
    assert paragraphs(read(story(between)))[1:-2] == [markdown]


def test_relative_link_is_completed_by_the_address_of_the_page() -> None:
    head = '<title>Ferries sail again</title><link rel="canonical" href="https://a.example/x/y">'
    body = read(story('<p>It was <a href="/news/1">said</a> again.</p>'), head).body_markdown
    assert "[said](https://a.example/news/1)" in body


def test_story_is_found_beside_longer_lists_and_comments() -> None:
    links = "".join(f'<li><a href="/{n}">A story with quite a long title, number {n}</a></li>' for n in range(80))
    comments = f'<div class="comments">{"".join(f"<p>{TWO} I think so, number {n}.</p>" for n in range(20))}</div>'
    record = read(f"<div><ul>{links}</ul></div><div>{story()}</div>{comments}<div><ul>{links}</ul></div>")
    assert paragraphs(record) == [ONE, TWO, THREE]


def test_paragraphs_in_boxes_of_their_own_are_one_story() -> None:
    boxes = "".join(f'<div class="column"><div class="wide"><p>{text}</p></div></div>' for text in (ONE, TWO, THREE))
    assert paragraphs(read(f"<h1>Ferries sail again</h1><section>{boxes}</section>")) == [ONE, TWO, THREE]


def test_lead_above_the_body_belongs_to_the_story() -> None:
    body = f'<h1>Ferries sail again</h1><div class="article__lead">{ONE}</div>'
    record = read(f'<article>{body}<div class="article__body"><p>{TWO}</p><p>{THREE}</p></div></article>')
    assert paragraphs(record) == [ONE, TWO, THREE]


def test_form_around_the_page_does_not_hide_the_story() -> None:
    assert len(paragraphs(read(f'<form action="/page.aspx">{story()}</form>'))) == 3


@pytest.mark.parametrize(
    ("heading", "head", "headline"),
    [
        ("<h1>Ferries sail again</h1>", "<title>Ferries sail again | The Post</title>", "Ferries sail again"),
        ("<h1>Ferries sail again</h1>", "", "Ferries sail again"),
        (
            "<h1>The Post</h1><h1>Ferries sail again</h1>",
            '<meta property="og:title" content="Ferries sail again">',
            "Ferries sail again",
        ),
    ],
)
def test_headline_is_the_heading_that_the_page_confirms(heading: str, head: str, headline: str) -> None:
    assert read(story(heading=heading), head).headline == headline


@pytest.mark.parametrize(("heading", "title"), [("The Post", "Ferries sail again"), ("Ferries sail again", "The Post")])
def test_heading_and_title_that_differ_are_asked_about(heading: str, title: str) -> None:
    record = read(story(heading=f"<h1>{heading}</h1>"), f"<title>{title}</title>")
    assert record.questions == ("Is “Ferries sail again” the headline?",)


def test_page_without_any_headline_asks_for_one() -> None:
    record = read(story(heading=""), "")
    assert (record.headline, record.questions) == ("", ("Which line is the headline?",))


@pytest.mark.parametrize(
    ("head", "above", "question"),
    [
        ('<meta property="article:published_time" content="2023-11-21T16:34:00">', "", "21.11.2023, 16:34"),
        ('<meta property="article:published_time" content="2023-11-21">', "", "21.11.2023, 00:00"),
        ("", '<time datetime="2023-11-21T15:34:00Z">Tuesday</time>', "21.11.2023, 16:34"),
        ("", "<p>21. novembar 2023. 16:34</p>", "21.11.2023, 16:34"),
        (
            '<meta name="date" content="2023-11-21T15:34:00Z"><meta name="dc.date" content="2020-01-01T00:00:00Z">',
            "",
            "21.11.2023, 16:34",
        ),
    ],
)
def test_time_that_is_not_sure_is_asked_about(head: str, above: str, question: str) -> None:
    record = read(story(heading=f"<h1>Ferries sail again</h1>{above}"), f"<title>Ferries sail again</title>{head}")
    assert record.questions == (f"Is “{question}” when it was published?",)


def test_photographer_that_no_pattern_proves_is_asked_about() -> None:
    credit = '<span class="credit">Photo: Ann Example</span>'
    record = read(story(f'<figure><img src="a.jpg"><figcaption>The quay {credit}</figcaption></figure>'))
    assert (record.awaited_photo, record.questions) == (
        AwaitedPhoto(caption="The quay", creator="Ann Example"),
        ("Is “Ann Example” the photographer?",),
    )


def test_caption_that_only_the_page_s_head_gives_is_asked_about() -> None:
    head = '<title>Ferries sail again</title><meta property="og:image:alt" content="The quay at noon">'
    record = read(story(), head)
    assert (record.awaited_photo, record.questions) == (
        AwaitedPhoto(caption="The quay at noon"),
        ("Is “The quay at noon” the caption of the photo?",),
    )


def test_slanted_last_line_is_kept_and_asked_about() -> None:
    note = "Ann Example has written about ferries since the first of them sailed."
    record = read(f"<h1>Ferries sail again</h1><div><p>{ONE}</p><p>{TWO}</p><p><em>{note}</em></p></div>")
    assert note in record.body_markdown and record.questions == (f"Is “{note}” part of the story?",)


@pytest.mark.parametrize(
    "tail",
    [
        "<h3>About the author</h3><p>Ann Example has written about ferries since the first of them sailed.</p>",
        "<p>Ann Example 2024-06-07 14:35</p>",
        "<p>Lighthouse keeper writes a cookbook about rice and fish</p>",
        "<p>© 2024 The Post. All rights reserved.</p>",
        "<p>Sign up for our letter and get the news of the harbour each morning.</p>",
    ],
)
def test_what_stands_below_the_story_is_not_in_the_body(tail: str) -> None:
    text = f"<h1>Ferries sail again</h1><div><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>{tail}</div>"
    assert paragraphs(read(text)) == [ONE, TWO, THREE]


@pytest.mark.parametrize("above", ["<p>| 05. November 2021 | 08:02 Uhr</p>", "<p>By Ann Example</p>", f"<p>{ONE}</p>"])
def test_line_above_the_story_is_not_in_the_body(above: str) -> None:
    text = f"<h1>Ferries sail again</h1><div>{above}<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></div>"
    assert paragraphs(read(text)) == [ONE, TWO, THREE]


def test_credit_glued_to_the_caption_is_parted_from_it() -> None:
    figure = '<figure><img src="a.jpg"><figcaption>The quay at noon.CreditCredit...Ann Example</figcaption></figure>'
    assert read(story(figure)).awaited_photo == AwaitedPhoto(caption="The quay at noon.", creator="Ann Example")


@pytest.mark.parametrize(("reference", "sign"), [("&#151;", "—"), ("&#1;", ""), ("&#146;", "’")])
def test_reference_to_a_control_character_is_mended(reference: str, sign: str) -> None:
    assert f"sail{sign}again." in read(story(f"<p>Ships sail{reference}again.</p>")).body_markdown


def test_broken_json_ld_is_passed_over() -> None:
    head = '<title>Ferries sail again</title><script type="application/ld+json">{"@type": "NewsArticle", oops</script>'
    assert read(story(), head).headline == "Ferries sail again"


@pytest.mark.parametrize(
    "body", ["", "<p></p>", '<ul><li><a href="/a">One</a></li></ul>', "<script>let a = 1;</script>"]
)
def test_page_without_running_text_is_refused(body: str) -> None:
    with pytest.raises(NoStoryError):
        read(body)


def test_sixty_thousand_nested_elements_are_refused() -> None:
    with pytest.raises(PageTooDeepError):
        read("<div>" * 60_000 + ONE)


def test_long_rows_of_open_paragraphs_are_not_deep() -> None:
    rows = "".join(f"<p>{TWO} Once more, number {number}." for number in range(400))
    assert len(paragraphs(read(f"<h1>Ferries sail again</h1>{rows}"))) == 400


@pytest.mark.parametrize("declared", ["sr", "sr-RS", "sh", ""])
def test_script_of_a_serbian_page_is_told_by_its_letters(declared: str) -> None:
    text = "Министар је рекао да ће школа почети у четвртак и да ће трајати до јуна, а ђаци су се томе обрадовали."
    source = f'<html lang="{declared}"><body><h1>Школа</h1><p>{text}</p><p>{text} То је све.</p></body></html>'
    assert read_saved_page(source, SETTING).language == "sr-Cyrl"


def test_language_of_another_country_is_kept_as_the_page_says() -> None:
    text = (
        "Les bateaux reprendront la mer à midi, a dit la compagnie, et les billets seront remboursés dans la semaine."
    )
    source = f'<html lang="fr-FR"><body><h1>Bateaux</h1><p>{text}</p><p>{text} Voilà tout.</p></body></html>'
    assert read_saved_page(source, SETTING).language == "fr"


def test_page_file_is_read_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "saved page.htm"
    path.write_text(page(story()), encoding="utf-8")
    assert pages.read(path).kind == "page"
