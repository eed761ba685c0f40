"""A running wiki and a real browser for the tests of this folder.

The browser is Debian's Chromium; the program is the debug build, or the one that STEMMA_TEST_PROGRAM names.
"""

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
    """A wiki that is served for one test."""

    def __init__(self, address, folder):
        self.address = address
        self.folder = folder

    def log(self, form):
        """What `git log` says of the wiki's branch."""
        command = ["git", "-C", str(self.folder / "wiki.git"), "log", f"--format={form}"]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


@pytest.fixture
def wiki(tmp_path):
    """A new wiki with its first pages, served on a port of its own."""
    port = free_port()
    folder = tmp_path / "wiki"
    log = tmp_path / "server.log"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("STEMMA_")}
    with log.open("w") as output:
        server = subprocess.Popen(
            [find_program(), "serve", folder, "--port", str(port)],
            stdout=output, stderr=subprocess.STDOUT, cwd=tmp_path, env=environment,
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


@pytest.fixture(params=["desktop", "phone", "without scripts"])
def page(browser, request):
    """A page in each kind of browser. A test fails on errors that the browser logs, refusals by the
    content security policy among them."""
    settings = {
        "desktop": {"viewport": {"width": 1280, "height": 900}},
        "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
        "without scripts": {"java_script_enabled": False},
    }[request.param]
    context = browser.new_context(locale="en-GB", **settings)
    tab = context.new_page()
    errors = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield tab
    context.close()
    # A page that is not there yet is an answer, not a mistake.
    assert [error for error in errors if "404" not in error] == []
