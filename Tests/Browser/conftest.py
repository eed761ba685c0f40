"""A running wiki and a real browser for the tests of this folder.

The browser is Debian's Chromium; the program is the debug build, or the one that STEMMA_TEST_PROGRAM names.
"""

import itertools
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]


def find_program():
    program = pathlib.Path(os.environ.get("STEMMA_TEST_PROGRAM", ROOT / ".build/debug/stemma"))
    assert program.exists(), f"{program} is missing; run `swift build` first"
    return program


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_healthy(address, server, log):
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert server.poll() is None, f"the server ended:\n{log.read_text()}"
        try:
            with urllib.request.urlopen(f"{address}/-/health", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    raise AssertionError(f"the server does not answer:\n{log.read_text()}")


class RunningWiki:
    """A wiki that is being served."""

    def __init__(self, address, folder):
        self.address = address
        self.folder = folder

    def log(self, form):
        """What `git log` says of the wiki's branch."""
        command = ["git", "-C", str(self.folder / "wiki.git"), "log", f"--format={form}"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


@pytest.fixture(scope="module")
def wiki(tmp_path_factory):
    """A new wiki with its first pages, served on a port of its own to the tests of one file."""
    port = free_port()
    place = tmp_path_factory.mktemp("served")
    folder = place / "wiki"
    log = place / "server.log"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("STEMMA_")}
    with log.open("w") as output:
        server = subprocess.Popen(
            [find_program(), "serve", folder, "--port", str(port)],
            stdout=output, stderr=subprocess.STDOUT, cwd=place, env=environment,
        )
    try:
        address = f"http://localhost:{port}"
        wait_until_healthy(address, server, log)
        yield RunningWiki(address, folder)
    finally:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
            raise


gardens = itertools.count(1)


@pytest.fixture
def garden():
    """The name of a page that no other test writes, so that tests can share a wiki."""
    return f"Garden{next(gardens)}"


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium. Its sandbox does not work for root, as whom containers often run."""
    executable = shutil.which("chromium")
    assert executable, "chromium is missing; scripts/need-packages test installs it"
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=arguments)
        yield chromium
        chromium.close()


BROWSERS = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
    "without scripts": {"java_script_enabled": False},
}


class Window:
    """A browser window with storage of its own. Its errors are collected, refusals by the content security policy
    among them; a screen that answers with an error status, as a missing page does, is an answer and no mistake."""

    def __init__(self, browser, **settings):
        self.context = browser.new_context(locale="en-GB", **settings)
        self.errors = []
        self.screens = set()

    def new_tab(self):
        tab = self.context.new_page()
        tab.on("pageerror", lambda error: self.errors.append(str(error)))
        tab.on("request", lambda request: self.screens.add(request.url) if request.is_navigation_request() else None)
        tab.on("console", self.note)
        return tab

    def note(self, message):
        is_answer = message.text.startswith("Failed to load resource") and message.location["url"] in self.screens
        if message.type == "error" and not is_answer:
            self.errors.append(f"{message.text} {message.location['url']}")

    def close(self):
        self.context.close()
        assert self.errors == []


@pytest.fixture(params=BROWSERS.keys())
def page(browser, request):
    """A tab in each kind of browser, for what must work in all of them."""
    window = Window(browser, **BROWSERS[request.param])
    yield window.new_tab()
    window.close()


@pytest.fixture
def window(browser):
    """A window of a desktop browser, for what scripts add."""
    window = Window(browser, **BROWSERS["desktop"])
    yield window
    window.close()


@pytest.fixture
def tab(window):
    """A tab of a desktop browser."""
    return window.new_tab()


@pytest.fixture
def phone(browser):
    """A tab of a phone's browser."""
    window = Window(browser, **BROWSERS["phone"])
    yield window.new_tab()
    window.close()
