"""The gate reads the finished page: no photo without its credit, no word from behind the gate."""

import base64
import html

import pytest

from newsdesk.domain.article import Access
from newsdesk.domain.findings import Severity
from newsdesk.domain.ids import ArticleId, PhotoId
from newsdesk.export.page import Face, article_page
from newsdesk.export.rendered_checks import check_rendered
from newsdesk.export.views import StoryView
from tests.export.builders import PARAGRAPHS, PUBLICATION, a_link, a_photo, a_story

CREDIT = "(BETAPHOTO/MILICA PETROVIC)"


def codes(page: str, story: StoryView) -> list[str]:
    """Return the codes of what stands against a page."""
    return [finding.code for finding in check_rendered(page, story)]


def test_page_as_it_is_written_passes() -> None:
    body = f"{PARAGRAPHS[0]}\n\n![x](media:9)\n: Ropes\n\n{PARAGRAPHS[1]}\n"
    inline = a_photo(id=PhotoId(9), credit_line="(AP Photo/Ana Ilic)", renditions=a_photo().renditions[:1])
    story = a_story(photo=a_photo(renditions=a_photo().renditions[1:]), inline=(inline,), body_markdown=body)
    assert codes(article_page(story, PUBLICATION), story) == []


def test_finding_blocks_and_names_story_and_photo() -> None:
    story = a_story(photo=a_photo())
    (finding,) = check_rendered(article_page(story, PUBLICATION).replace(CREDIT, ""), story)
    assert (finding.code, finding.severity, finding.article, finding.photo, finding.place) == (
        "PG03",
        Severity.BLOCKS,
        ArticleId(12),
        PhotoId(7),
        "photos",
    )


def test_photo_without_credit_line_is_found() -> None:
    story = a_story(photo=a_photo(credit_line=""))
    assert codes(article_page(story, PUBLICATION), story) == ["PG03"]


def test_credit_outside_the_caption_does_not_count() -> None:
    story = a_story(photo=a_photo())
    page = article_page(story, PUBLICATION).replace(CREDIT, "").replace("</h1>", f" {CREDIT}</h1>")
    assert codes(page, story) == ["PG03"]


def test_credit_that_stands_twice_is_found() -> None:
    story = a_story(photo=a_photo(caption=f"The ferry {CREDIT}"))
    assert codes(article_page(story, PUBLICATION), story) == ["PG03"]


def test_picture_that_nobody_knows_is_found() -> None:
    story = a_story()
    page = article_page(story, PUBLICATION).replace("</h1>", '</h1><img src="x/strange.jpg" alt="x">')
    assert codes(page, story) == ["PG03"]


def test_figure_whose_photo_the_story_lacks_is_found() -> None:
    story = a_story(body_markdown="One.\n\n![x](media:99)\n")
    assert codes(article_page(story, PUBLICATION), story) == ["PG00"]


def test_machine_made_picture_without_label_is_found() -> None:
    story = a_story(photo=a_photo(label=True))
    page = article_page(story, PUBLICATION)
    assert codes(page, story) == []
    assert codes(page.replace("Image made with artificial intelligence", ""), story) == ["PG07"]


@pytest.mark.parametrize("access", [Access.TEASER, Access.MEMBERS])
def test_public_page_of_a_gated_story_passes(access: Access) -> None:
    story = a_story(photo=a_photo(), access=access, standfirst=PARAGRAPHS[3], related=(a_link(a_story()),))
    assert codes(article_page(story, PUBLICATION), story) == []


@pytest.mark.parametrize("access", [Access.TEASER, Access.MEMBERS])
def test_whole_page_of_a_gated_story_is_no_public_page(access: Access) -> None:
    story = a_story(access=access)
    assert codes(article_page(story, PUBLICATION, face=Face.MEMBERS), story) == ["GT01"]


@pytest.mark.parametrize(
    "leak",
    [
        "<!-- {} -->",
        '<div hidden>{}</div></main>',
        '<p data-full="{}"></p>',
        '<script type="application/json">{{"articleBody": "{}"}}</script>',
    ],
)
def test_leak_in_any_corner_of_the_page_is_found(leak: str) -> None:
    story = a_story(access=Access.TEASER)
    page = article_page(story, PUBLICATION).replace("</body>", f"{leak.format(html.escape(PARAGRAPHS[3]))}</body>")
    assert codes(page, story) == ["GT01"]


def test_leak_that_is_split_by_tags_is_found() -> None:
    story = a_story(access=Access.TEASER)
    split = " ".join(f"<span>{word}</span>" for word in PARAGRAPHS[3].split())
    assert codes(article_page(story, PUBLICATION).replace("</body>", f"{split}</body>"), story) == ["GT01"]


def test_unrelated_text_is_no_leak() -> None:
    story = a_story(access=Access.TEASER)
    noise = base64.b64encode(b"nothing of the story").decode()
    assert codes(article_page(story, PUBLICATION).replace("</body>", f"<!-- {noise} --></body>"), story) == []
