"""What the page on webhooks shows is what is sent."""

import re
from pathlib import Path

from service.settings import Settings
from service.webhooks.types import Event
from service.workspace import Workspace
from tests.service.webhooks.receiver import receiver

PAGE = (Path(__file__).parents[2] / "docs/reference/webhooks.md").read_text(encoding="utf-8")


def test_the_way_to_verify_a_message_works(tmp_path):
    """On a message that a real service sent to a real server; not with another secret, body or time."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    given: dict = {}
    exec(code, given)
    verify = given["verify"]
    work = Workspace.open(Settings(data_dir=tmp_path, webhook_hosts=("127.0.0.1",)))
    slug = work.programmes.create("Two rivers").slug
    with receiver() as there:
        made = work.webhooks.add(slug, there.url)
        work.feedback.add_form(slug, "Day one")
        work.webhooks.sender().send_next()
        ((headers, body),) = there.received
    assert verify(made.secret, headers, body)
    other = work.webhooks.new_secret(slug, made.webhook.id).secret
    assert not verify(other, headers, body)
    assert not verify(made.secret, headers, body + b" ")
    late = str(int(headers["webhook-timestamp"]) - 1_000)
    assert not verify(made.secret, headers | {"webhook-timestamp": late}, body)
    work.close()


def test_every_event_stands_on_the_page():
    """And no other does."""
    table = PAGE[PAGE.index("| type |") : PAGE.index("## Verify it")]
    assert set(re.findall(r"`(\w+\.\w+)`", table)) == {event.value for event in Event}
