"""Answers to surveys and what came of them, on both databases."""

from service.annotations.tokens import new_token
from service.store.surveys.outcomes import Asked
from service.surveys.types import Answer, Ready


def test_answers_and_outcomes_are_kept(workspace):
    """What is sent twice counts once; what came of it is said in the place of what was said before."""
    slug = workspace.programmes.create("Delta", ["Nepal"]).slug
    code, token = workspace.surveys.start(slug, Ready.AFTER_SESSION).code, new_token()
    workspace.surveys.open(slug, code)
    for _ in range(2):
        workspace.surveys.answer(
            code, {token: Answer("", {"4": ("आवाज 👩‍👧",)}), new_token(): Answer("", {"1": ("5",)})}
        )
    assert workspace.surveys.close(slug, code).received == 3
    workspace.outcomes.say(slug, Asked.SURVEY, code, "Too late")
    workspace.outcomes.say(slug, Asked.SURVEY, code, " We call\nat  eleven. ")
    assert workspace.surveys.get(slug, code).outcome == "We call\nat eleven."
    workspace.outcomes.say(slug, Asked.SURVEY, code, "")
    assert workspace.outcomes.get(slug, Asked.SURVEY, code) == ""
    workspace.surveys.remove(slug, code)
    assert workspace.surveys.every(slug) == ()
