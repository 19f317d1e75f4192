"""A cell that is written in the room, on phones and on the facilitator's page."""

from fastapi.testclient import TestClient

from tests.service.web.rubrics.test_pages import HOME
from tests.service.working import create_app


def test_phones_propose_and_the_team_agrees(browser, settings, work):
    """Three write, all is shown to all, and what is ticked stands in the rubric."""
    form = {"team": "Consortium", "element": "Communications", "level": "emerging"}
    desk = browser.post(f"{HOME}/rooms", data=form).url.path
    code = desk.rsplit("/", 1)[1]
    app = create_app(settings, work)
    texts = ("खबर ढिलो आउँछ", "খবর দেরিতে আসে", "News <b> is late")
    for said, language in zip(texts, ("ne", "bn", "en"), strict=True):
        other = TestClient(app, base_url="http://localhost", headers={"accept-language": language})
        page = other.get(f"/w/{code}")
        assert f'lang="{language}"' in page.text
        token = page.text.split('name="token" value="')[1].split('"')[0]
        sent = other.post(f"/w/{code}", data={"token": token, "own": token[::-1], "text": said})
        assert 'role="status"' in sent.text
    assert "News &lt;b&gt; is late" in sent.text
    assert other.post(f"/w/{code}", data={"token": token, "text": " "}).status_code == 422
    shown = browser.get(desk).text
    ids = shown.split('name="chosen" value="')
    assert len(ids) == 4
    chosen = [each.split('"')[0] for each in ids[1:]]
    assert browser.post(f"{desk}/agree", data={"before": "other", "text": "x"}).status_code == 409
    before = work.writing.cell("delta", code).text
    browser.post(f"{desk}/agree", data={"before": before, "text": "", "chosen": chosen})
    assert set(work.writing.cell("delta", code).descriptors) == set(texts)
    browser.post(f"{desk}/close")
    assert "textarea" not in other.get(f"/w/{code}").text
    assert other.post(f"/w/{code}", data={"token": token, "text": "more"}).status_code == 200
    browser.post(f"{desk}/remove")
    assert other.get(f"/w/{code}").status_code == 404
