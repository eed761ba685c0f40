"""Static sites for the tests of this folder: how one is made, and a plain server that knows nothing of it."""

import contextlib
import functools
import http.server
import subprocess
import threading

from conftest import find_program


def export(place, pages, *options):
    """Makes a wiki of a folder of pages, and a site of the wiki, below a place; gives the site's folder."""
    for command in (["init", "wiki", "--from", pages], ["export", "site", "wiki", "site", *options]):
        subprocess.run([find_program(), *command], check=True, cwd=place)
    return place / "site"


class Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served(site):
    """The address of a site at a subpath of a static server."""
    handler = functools.partial(Silent, directory=site.parent)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{site.name}"
        server.shutdown()
