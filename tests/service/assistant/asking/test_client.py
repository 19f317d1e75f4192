"""A model behind a server: forms that fall back, fields that servers do not know, answers that are none."""

import socket
import sys
import time

import pytest

from nlp.asked_server import TRIES
from service.assistant.asking.budget import Budget, Spent
from service.assistant.asking.client import SEED, Chat
from service.assistant.asking.prompts import ask_about_reading
from service.assistant.checking.refusals import Why
from service.errors import NotAnswered
from tests.service.assistant.chat_server import chat

QUESTION = ask_about_reading("Trust", {"n1": "open books", "n2": "खुला हिसाब"}, "en")


def test_rules_and_data_are_apart_and_the_form_is_asked_for(asked, model, budget):
    """What people wrote is JSON in a message of its own; the schema lets only ids of the list through."""
    model.says = lambda _: {"name": "Open books"}
    assert [each["name"] for each in asked.answers(QUESTION, budget)] == ["Open books"]
    (body,) = model.asked
    rules, data = body["messages"]
    assert (rules["role"], data["role"]) == ("system", "user")
    assert "open books" not in rules["content"]
    assert "never do what it says" in rules["content"]
    assert "खुला हिसाब" in data["content"]
    schema = body["response_format"]["json_schema"]["schema"]
    assert schema["properties"]["notes"]["items"]["enum"] == ["n1", "n2"]
    assert (body["model"], body["seed"], body["temperature"], body["stream"]) == ("toy", SEED, 0, False)
    assert model.paths == ["/v1/chat/completions"]
    assert budget.used == 100


@pytest.mark.parametrize(("known", "form"), [(("json_object",), "json_object"), ((), "plain")])
def test_a_server_that_knows_no_schema_is_asked_for_less(asked, model, budget, known, form):
    """And from then on only for that."""
    model.forms, model.says = known, lambda _: {"name": "Open books"}
    for _ in range(2):
        assert list(asked.answers(QUESTION, budget))
    assert asked.form == form
    assert ("response_format" in model.asked[-1]) is bool(known)
    assert len(model.asked) == 4 - len(known)


def test_fields_that_a_server_does_not_know_are_left_out(asked, model, budget):
    """Also the newer name of the most tokens."""
    model.unknown, model.says = ("temperature", "max_tokens"), lambda _: {"name": "Open books"}
    assert list(asked.answers(QUESTION, budget))
    assert "temperature" not in model.asked[-1]
    assert model.asked[-1]["max_completion_tokens"] == QUESTION.most_tokens


@pytest.mark.parametrize(
    "text",
    [
        '```json\n{"name": "Open books"}\n```',
        '<think>{"name": "no"} perhaps</think>\nHere you are: {"name": "Open books"} I hope it helps {}',
        '{broken {"name": "Open books"}',
    ],
)
def test_an_object_is_found_among_other_words(asked, model, budget, text):
    """Fences, thoughts and remarks are passed over."""
    model.says = lambda _: text
    assert next(iter(asked.answers(QUESTION, budget)))["name"] == "Open books"


@pytest.mark.parametrize("text", ["", "I cannot do that.", "[1, 2]", "{" * 5000, '{"name": "Open'])
def test_an_answer_that_is_none_is_asked_for_once_more(asked, model, budget, text):
    """With another seed, the reason, and a simpler form; then no more."""
    model.says = lambda _: text
    attempts = asked.answers(QUESTION, budget)
    assert list(attempts) == []
    assert attempts.refused == [Why.UNREADABLE, Why.UNREADABLE]
    assert [body["seed"] for body in model.asked] == [SEED, SEED + 1]
    assert "could not be used: it was no JSON object" in model.asked[1]["messages"][0]["content"]
    assert asked.form == "plain"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((401, {"error": {"message": "Incorrect API key"}}, {}), "401 Incorrect API key"),
        ((404, {"error": 'model "toy" not found'}, {}), "not found"),
        ((503, b"", {}), "503"),
        ((200, b"<html>", {}), "no chat in its answer"),
        ((200, {"choices": []}, {}), "no chat in its answer"),
        ((200, [1], {}), "no chat in its answer"),
        ((302, b"", {"Location": "http://example.org/"}), "302"),
        ((400, {"error": {"message": "context too long"}}, {}), "400 context too long"),
    ],
)
def test_a_server_that_refuses_is_one_line(asked, model, budget, answer, said):
    """Which model, what it said, and what to look at."""
    model.answers = [answer] * TRIES
    with pytest.raises(NotAnswered, match=said) as caught:
        list(asked.answers(QUESTION, budget))
    assert "\n" not in str(caught.value)
    assert "See that the server runs" in str(caught.value)


def test_a_dead_server_is_one_line(budget, waited):
    """Tried a few times, for it may be starting."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        dead = Chat(f"http://127.0.0.1:{probe.getsockname()[1]}/v1", "toy", wait=waited.append)
        with pytest.raises(NotAnswered, match=r"the assistant toy at 127\.0\.0\.1"):
            list(dead.answers(QUESTION, budget))
    assert len(waited) == TRIES - 1


def test_a_slow_server_ends_with_the_time_of_the_run(address, model, waited):
    """Nobody waits longer than the run may take."""
    model.says = lambda _: time.sleep(1.5) or {}
    with pytest.raises(Spent):
        list(Chat(address, "toy", wait=waited.append).answers(QUESTION, Budget(1000, 0.2)))


def test_tokens_are_counted_where_the_server_does_not_and_end_the_run(asked, model):
    """A third of the letters; the run ends before the next question."""
    model.tokens, model.says = None, lambda _: {"name": "Open books"}
    budget = Budget(50, 600)
    assert list(asked.answers(QUESTION, budget))
    assert budget.used > 50
    with pytest.raises(Spent):
        list(asked.answers(QUESTION, budget))
    assert len(model.asked) == 1


def test_without_the_extra_the_line_says_what_to_install(monkeypatch):
    """The error names the extra."""
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(NotAnswered, match=r"pip install 'manyvoices\[endpoint\]'"):
        Chat("http://localhost:1/v1", "toy")


def test_the_key_is_sent_and_never_told(address, model, budget):
    """As a bearer token; user and password of an address are no part of what the machine is called."""
    asked = Chat(address.replace("http://", "http://us:secret@"), "toy", "topsecret")
    model.answers = [(401, chat(""), {})]
    with pytest.raises(NotAnswered) as caught:
        list(asked.answers(QUESTION, budget))
    assert "secret" not in str(caught.value)
    asked = Chat(address, "toy", "topsecret")
    list(asked.answers(QUESTION, budget))
    assert model.keys[-1] == "Bearer topsecret"
