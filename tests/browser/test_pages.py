from __future__ import annotations

import re
from typing import Final

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open, Scheme

pytestmark = pytest.mark.browser

# The colour of the words at a selector and of what lies behind them, as the browser computes them.
_COLOURS: Final = """selector => {
  const element = document.querySelector(selector);
  let behind = element;
  const clear = node => /^rgba\\(.*, 0\\)$/.test(getComputedStyle(node).backgroundColor);
  while (clear(behind) && behind.parentElement) behind = behind.parentElement;
  return [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor];
}"""
_WORDS: Final = {
    "text": ".speech .p",
    "supplied words": ".speech .supplied",
    "a name that is a link": ".speech .name a",
    "a speaker": ".speech .speaker a",
    "the number of a speech": ".speech > .number",
    "a date": "header.front .date",
    "a label": "dl.facts dt",
    "an example of brackets": ".legend .supplied",
    "navigation": "header.site nav a",
    "the foot of the page": "footer.site p",
}


def _contrast(page: Page, selector: str) -> float:
    """The contrast between words and their background (WCAG 2.2, relative luminance)."""
    lightest, darkest = sorted(
        (_luminance(c) for c in page.evaluate(_COLOURS, selector)), reverse=True
    )
    return (lightest + 0.05) / (darkest + 0.05)


def _luminance(colour: str) -> float:
    values = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]
    return sum(part * value for part, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_pages_make_no_error_and_ask_for_nothing_elsewhere(visit: Open, names: list[str]) -> None:
    window = visit()
    page = window.context.new_page()
    for name in names:
        page.goto(window.address(name), wait_until="load")
    assert window.errors == []
    assert window.elsewhere == []


def test_a_style_that_stands_in_a_page_would_be_noticed(visit: Open) -> None:
    window = visit()
    page = window.context.new_page()
    page.goto(window.address("index.html"))
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')")
    assert any("style-src" in error for error in window.errors)


@pytest.mark.parametrize("width", [320, 960, 1280])
def test_no_page_is_wider_than_the_screen(visit: Open, names: list[str], width: int) -> None:
    window = visit(width=width)
    page = window.context.new_page()
    wide = []
    for name in names:
        page.goto(window.address(name))
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(name)
    assert wide == []


def test_pages_can_be_read_without_scripts(visit: Open, names: list[str]) -> None:
    window = visit(scripts=False)
    page = window.context.new_page()
    for name in names:
        page.goto(window.address(name))
        assert page.locator("h1, .front .subtitle, main .hang").first.is_visible(), name
    page.goto(window.address("conversation.html"))
    assert page.locator("#t2-p1").is_visible()
    assert "Each day[and] night!" in page.locator("#t2-p1").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["", "#t1"])
def test_contrast_is_enough_in_both_colour_schemes(visit: Open, scheme: Scheme, place: str) -> None:
    window = visit(scheme=scheme)
    page = window.context.new_page()
    page.goto(window.address(f"conversation.html{place}"))
    poor = {name: found for name, s in _WORDS.items() if (found := _contrast(page, s)) < 4.5}
    assert poor == {}


def test_the_dark_scheme_is_dark(visit: Open) -> None:
    backgrounds = {}
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        window = visit(scheme=scheme)
        page = window.context.new_page()
        page.goto(window.address("index.html"))
        backgrounds[scheme] = _luminance(page.evaluate(_COLOURS, "h1")[1])
    assert backgrounds["dark"] < 0.05 < 0.8 < backgrounds["light"]


def test_the_first_key_shows_the_link_to_the_text(visit: Open) -> None:
    window = visit()
    page = window.context.new_page()
    page.goto(window.address("conversation.html"))
    page.keyboard.press("Tab")
    box = page.locator(":focus").bounding_box()
    assert page.locator(":focus").get_attribute("class") == "skip"
    assert box is not None
    assert box["y"] >= 0
    assert page.locator(":focus").evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


@pytest.mark.parametrize(
    ("name", "to_the_left"), [("conversation.html", True), ("arabic.html", False)]
)
def test_where_there_is_room_labels_hang_before_the_text_and_numbers_after_it(
    visit: Open,
    name: str,
    to_the_left: bool,  # noqa: FBT001
) -> None:
    window = visit()
    page = window.context.new_page()
    page.goto(window.address(name))
    text, label, number = (
        page.locator(f"#t1{part}").first.bounding_box()
        for part in ("", " .speaker-label", " .number")
    )
    assert text and label and number
    before, after = (label, number) if to_the_left else (number, label)
    assert before["x"] + before["width"] <= text["x"]
    assert text["x"] + text["width"] <= after["x"]


def test_on_a_phone_labels_run_in(visit: Open) -> None:
    window = visit(width=360)
    page = window.context.new_page()
    page.goto(window.address("conversation.html"))
    text, label = (page.locator(s).first.bounding_box() for s in ("#t2-p1", "#t2 .speaker-label"))
    assert text and label
    assert label["x"] == pytest.approx(text["x"], abs=1)
