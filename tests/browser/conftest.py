"""A site in Chromium, served from memory: whatever else a page asks for is refused and noted."""

from __future__ import annotations

import mimetypes
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, TypeAlias

import pytest
from lxml import etree
from playwright.sync_api import Browser, BrowserContext, Route, sync_playwright

from octavo.resources import Resources
from octavo.transform.saxon import Json
from tests.schema.generate import generate
from tests.xslt.html.pages import REGISTERS, Pages, tei

_CHROMIUM: Final = Path("/usr/bin/chromium")
_SITE: Final = "http://site.test/html/"
_EDITION: Final[dict[str, Json]] = {
    "title": "Talks of 1964",
    "editors": ["A. Editor"],
    "publisher": "The Press",
    "language": "en",
    "address": "https://talks.example/",
    "licence": "CC BY 4.0",
    "licence-url": "https://creativecommons.org/licenses/by/4.0/",
    "version": "1.0",
}
# Watches for what the page's own policy forbids.
_WATCH: Final = (
    "document.addEventListener('securitypolicyviolation',"
    " event => console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI))"
)

Scheme: TypeAlias = Literal["light", "dark"]


@dataclass
class Visit:
    """A browser that visits the site, and what it noticed.

    errors: what the console said; elsewhere: addresses outside of the site that were asked for.
    """

    context: BrowserContext
    errors: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def address(self, name: str) -> str:
        return _SITE + name


Open = Callable[..., Visit]


@pytest.fixture(scope="session")
def site(root: Path) -> dict[str, bytes]:
    """Every kind of page: documents, two of them random, one in Arabic, and those of the site."""
    pages = Pages(_EDITION, REGISTERS)
    schema = root / "schema" / "octavo.rng"
    random = [generate(schema, seed, size=400).getroot() for seed in (3, 11)]
    for number, document in enumerate(random):
        document.set("{http://www.w3.org/XML/1998/namespace}id", f"random-{number}")
    sample = (root / "tests" / "samples" / "conversation.xml").read_text(encoding="utf-8")
    speech = '<sp who="#berg" xml:id="t1" n="1"><speaker>سامي</speaker><p>السلام عليكم</p></sp>'
    documents = {
        "conversation.html": sample,
        "arabic.html": tei(speech, identifier="arabic", language="ar", title="محضر"),
        **{f"random-{n}.html": etree.tostring(e, encoding="unicode") for n, e in enumerate(random)},
    }
    made = {name: page.html for name, page in pages.site(documents.values()).items()}
    made |= {name: pages.document(text).html for name, text in documents.items()}
    assets = Resources().xslt / "html" / "assets"
    files = {f"assets/{file.name}": file.read_bytes() for file in assets.iterdir()}
    return {**files, **{name: text.encode("utf-8") for name, text in made.items()}}


@pytest.fixture(scope="session")
def names(site: Mapping[str, bytes]) -> list[str]:
    """The names of the pages."""
    return sorted(name for name in site if name.endswith(".html"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not _CHROMIUM.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"the tests in the browser need {_CHROMIUM}")
        pytest.skip(f"the tests in the browser need {_CHROMIUM} (apt-get install chromium)")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-background-networking", "--no-first-run"]
        browser = playwright.chromium.launch(executable_path=str(_CHROMIUM), args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, site: Mapping[str, bytes]) -> Iterator[Open]:
    """Opens a browser window: `visit(width=320, scheme="dark", scripts=False)`."""
    contexts: list[BrowserContext] = []

    def open_window(*, width: int = 1280, scheme: Scheme = "light", scripts: bool = True) -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=scripts,
        )
        contexts.append(context)
        found = Visit(context)

        def answer(route: Route) -> None:
            address = route.request.url
            name = address.removeprefix(_SITE).partition("#")[0]
            if not address.startswith(_SITE):
                found.elsewhere.append(address)
                route.abort()
            elif name in site:
                kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
                route.fulfill(body=site[name], content_type=f"{kind}; charset=utf-8")
            else:
                # The random documents point to pictures that nobody has drawn.
                route.fulfill(body=b"", content_type="image/png")

        context.route("**/*", answer)
        context.on("console", lambda message: found.errors.append(message.text))
        context.on("weberror", lambda error: found.errors.append(str(error.error)))
        if scripts:
            context.add_init_script(_WATCH)
        return found

    yield open_window
    for context in contexts:
        context.close()
