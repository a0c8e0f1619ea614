"""Markdown as other programs write it, and as nobody should."""

FOREIGN = {
    "table": "Before.\n\n| a | b |\n|---|:-:|\n| 1 | *2* |\n\nAfter the table.\n",
    "footnotes": "Text[^1] goes on.\n\n[^1]: A note\n    in two lines.\n\n    And two paragraphs.\n\nLast words.\n",
    "fences": "One.\n\n```python\nx = 1\n\n# no heading\n```\n\nTwo.\n~~~\ncode\n~~~\nThree.\n",
    "html": (
        "Start.\n\n"
        "<div class=\"x\">\n\n"
        "Inside *div*.\n\n"
        "</div>\n\n"
        "Middle <kbd>K</kbd> here.\n\n"
        "<!-- a comment -->\n\n"
        "End.\n"
    ),
    "line ends": "# Head\r\n\r\nFirst paragraph,\r\nsecond line.\r\n\r\n* one\r\n* two\r\n\r\nLast words.\r\n",
    "old line ends": "One.\r\rTwo words.\r",
    "no last line end": "First one.\n\nSecond one, no end",
    "byte order mark": "\ufeffFirst one.\n\nSecond one.\n",
    "tabs": "-\titem one\n\n\tits second paragraph\n-\titem two\n\nA\ttab in a line.\n",
    "setext": "Head one\n========\n\nHead two\n--------\n\nSome words.\n",
    "references": (
        "See [this][1] and [that] too.\n\n"
        "Some words.\n\n"
        "[1]: https://example.rs/ \"Title\"\n[that]: <https://example.rs/b>\n"
    ),
    "spaces": "\n\n\nFirst one.  \nbroken line\n   \n\n  Second one.\n\n\n\n",
    "loose list": "* one\n\n* two\n\n    more of two\n\n1. three\n2. four\n\nSome words.\n",
    "odd list": "+ one\n+ two\n  lazy\n    + inner\n\n7) not a list\n\nSome words.\n",
    "quotes": "> first\n> still first\n\n> second\n>\n> > inner\n\nSome words.\n",
    "headings": "# One\n## Two ##\ntext below\n#### Four\n\nSome words.\n",
    "containers": "::: factbox Title\nInside.\n\nMore.\n:::\n\nSome words.\n\n:: a credit line\n",
    "images": (
        "![alt](photo.jpg)\n\n"
        "Text ![inline](a.png) text.\n\n"
        "![a](media:12)\n: Caption *here*\n:: Credit\n\n"
        "![b](media:13)\n: Caption\n"
    ),
    "entities": "A &copy; B &nbsp; C &#8212; D & E &unknown; F\n\nSome words.\n",
    "marks": (
        "__bold__ _em_ ***both*** <b>b</b> <strong>x</strong> `code` ~~no~~ <span lang=\"sr\">да</span> <br> end\n\n"
        "Some words.\n"
    ),
    "links": "<https://example.rs> <a@example.rs> [x](y 'z') [a](<b c>) ![]( ) [](x) [n [e] s](t)\n\nSome words.\n",
    "indented": "Words.\n\n    indented, and no code\n\nMore words.\n",
    "brackets": "[" * 300 + "a" + "]" * 300 + "\n\nSome words.\n",
    "separator": "- one\n\n<!-- -->\n\n- two\n\nSome words.\n",
    "rules": "One.\n\n***\n\n* * *\n\n___\n\nSome words.\n",
    "definition inside": "[a]: b\nSome words with [a].\n\nMore words, see [a].\n",
    "nothing": "",
    "only spaces": " \n\t\n",
    "only a return": "\r",
    "invisible": "\u00a0\n\nSome words.\n",
}
