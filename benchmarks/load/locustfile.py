"""Facilitators who read a programme all at once, against a running service.

    manyvoices serve --port 8123            # with the sample, its findings made
    locust -f benchmarks/load/locustfile.py --headless -u 50 -r 50 -t 60s -H http://127.0.0.1:8123

`READ` names the programme (both-banks), `WAIT` the seconds that a reader looks at a page (0: none at all; 1 to 5 is a
facilitator). Locust is no dependency: `pip install locust` where it runs.
"""

import os
import random
import re

from locust import FastHttpUser, between, constant, task

PROGRAMME = os.environ.get("READ", "both-banks")
HOME = f"/programmes/{PROGRAMME}"
WAIT = float(os.environ.get("WAIT", "0"))
_LINK = re.compile(rf'href="({HOME}/(?:elements|sessions)/[^"/?#]+)')


class Facilitator(FastHttpUser):
    """Goes from page to page of one programme, as links lead."""

    wait_time = between(WAIT / 2, WAIT * 2) if WAIT else constant(0)

    def on_start(self) -> None:
        """Open the programme in a language and find where its links lead."""
        self.language = random.choice(("en", "bn", "ne"))
        pages = f"{HOME}?lang={self.language}", f"{HOME}/sessions?lang={self.language}"
        found = {link for page in pages for link in _LINK.findall(self.client.get(page, name="first").text or "")}
        self.pages = sorted(found) + [f"{HOME}{page}" for page in ("/rubrics", "/sessions", "/over-time", "/report")]

    @task(3)
    def look_closer(self) -> None:
        """Open an element, a session, the rubrics, the report."""
        path = random.choice(self.pages)
        name = re.sub(rf"{HOME}/?(elements|sessions)/.+", r"\1", path).removeprefix(f"{HOME}/")
        self.client.get(f"{path}?lang={self.language}", name=name)

    @task(1)
    def look_at_all(self) -> None:
        """Go back to the programme."""
        self.client.get(f"{HOME}?lang={self.language}", name="programme")
