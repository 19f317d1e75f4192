"""A model behind `POST {address}/chat/completions`, as Ollama, llama.cpp, vLLM and hosted ones have it.

Servers differ in how they are told the form of an answer: by a JSON schema, by "some JSON object", or not at all. The
first that is not refused is kept; a field that a server does not know is left out from then on.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from nlp.asked_server import SECONDS, AskedServer, NoAnswer, said
from nlp.messages import Message
from service.assistant.asking.address import host_of, read_address
from service.assistant.asking.answers import read_object
from service.assistant.asking.budget import Budget
from service.assistant.asking.prompts import Question
from service.assistant.checking.refusals import TOLD, Why
from service.errors import NotAnswered

FORMS = ("json_schema", "json_object", "plain")
SEED = 7
ATTEMPTS = 2
_REFUSED = {400, 415, 422}
_OPTIONAL = ("temperature", "seed", "max_tokens")
_LETTERS_OF_TOKEN = 3
_INSTALL = Message("Run: pip install 'manyvoices[endpoint]'")


class Chat:
    """One model of one server.

    Attributes:
        model: its name.
        host: its machine.
        form: how the form of an answer is asked for now: one of `FORMS`.
        heard: the last answers, as they came.
    """

    def __init__(
        self,
        address: str,
        model: str,
        key: str = "",
        *,
        seconds: float = SECONDS,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        """Nothing is asked yet.

        Args:
            address: such as http://localhost:11434/v1.
            model: its name.
            key: sent as a bearer token, "" for none.
            seconds: how long one answer may take.
            wait: seconds, before something is asked again.

        Raises:
            NotAnswered: httpx is not installed.
        """
        self.model, self.host, self.form = model, host_of(address), FORMS[0]
        self.heard: deque[str] = deque(maxlen=ATTEMPTS)
        self._left_out: set[str] = set()
        self._url = f"{address.rstrip('/')}/chat/completions"
        try:
            self._server = AskedServer(read_address(address).hostname or "", key, seconds=seconds, wait=wait)
        except ImportError as error:
            raise NotAnswered(Message("the assistant needs httpx, which is not installed"), _INSTALL) from error

    @property
    def asked(self) -> int:
        """How many requests were sent."""
        return self._server.asked

    def answers(self, question: Question, budget: Budget) -> "Attempts":
        """Ask, and once more where the answer cannot be used; see `Attempts`.

        Raises:
            NotAnswered: the server is not there, refuses, or answers something else than a chat.
            Spent: no tokens or no time are left.
        """
        return Attempts(self, question, budget)

    def ask(self, question: Question, seed: int, budget: Budget, problem: str = "") -> str:
        """Return the words of one answer."""
        while True:
            budget.check()
            body = self._body(question, seed, problem)
            try:
                answer = self._server.post(self._url, body, budget.seconds_left)
            except NoAnswer as error:
                budget.check()
                raise self._error(str(error)) from error
            if answer.status_code in _REFUSED and self._gives_way(said(answer)):
                continue
            if not answer.is_success:
                raise self._error(said(answer))
            return self._read(answer, body, budget)

    def other_form(self) -> None:
        """Ask less of the server from now on: what it answers is not what it was asked for."""
        self.form = FORMS[min(FORMS.index(self.form) + 1, len(FORMS) - 1)]

    def _body(self, question: Question, seed: int, problem: str) -> dict[str, Any]:
        body: dict[str, Any] = {"model": self.model, "messages": question.messages(problem), "stream": False}
        usual = {"temperature": 0, "seed": seed, "max_tokens": question.most_tokens}
        body |= {name: value for name, value in usual.items() if name not in self._left_out}
        if "max_tokens" in self._left_out:
            body["max_completion_tokens"] = question.most_tokens
        if self.form == "json_schema":
            named = {"name": "answer", "strict": True, "schema": question.schema}
            body["response_format"] = {"type": "json_schema", "json_schema": named}
        elif self.form == "json_object":
            body["response_format"] = {"type": "json_object"}
        return body

    def _gives_way(self, told: str) -> bool:
        """Leave out what a server says that it does not know, else ask for a simpler form; False if nothing is left."""
        for name in _OPTIONAL:
            if name in told and name not in self._left_out:
                self._left_out.add(name)
                return True
        if self.form == FORMS[-1]:
            return False
        self.other_form()
        return True

    def _read(self, answer: Any, body: dict[str, Any], budget: Budget) -> str:  # noqa: ANN401 - of httpx
        try:
            told = answer.json()
            text = told["choices"][0]["message"]["content"]
            used = (told.get("usage") or {}).get("total_tokens")
        except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
            raise self._error(f"no chat in its answer ({type(error).__name__})") from error
        words = text if isinstance(text, str) else ""
        guessed = sum(len(each["content"]) for each in body["messages"]) + len(words)
        budget.spend(used if isinstance(used, int) and used > 0 else guessed // _LETTERS_OF_TOKEN)
        self.heard.append(words)
        return words

    def _error(self, reason: str) -> NotAnswered:
        told = {"model": self.model, "host": self.host, "reason": reason.rstrip(".")}
        problem = Message("the assistant {model} at {host} does not answer: {reason}", told)
        return NotAnswered(problem, Message("See that the server runs, and that it has this model"))


class Attempts:
    """The answers to one question, one after the other: the second only if the first is refused.

    Attributes:
        seed: of the last answer.
        refused: why answers, or parts of them, were thrown away.
    """

    def __init__(self, chat: Chat, question: Question, budget: Budget) -> None:
        self._chat, self._question, self._budget = chat, question, budget
        self.seed = SEED
        self.refused: list[Why] = []

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        """Give each answer as the object that it is; an unreadable one is refused here."""
        for attempt in range(ATTEMPTS):
            before = len(self.refused)
            self.seed = SEED + attempt
            problem = TOLD[self.refused[-1]] if self.refused else ""
            found = read_object(self._chat.ask(self._question, self.seed, self._budget, problem))
            if found is None:
                self._chat.other_form()
                self.refused.append(Why.UNREADABLE)
                continue
            yield found
            if len(self.refused) == before:
                return

    def refuse(self, why: Why | None) -> bool:
        """Note why something is thrown away; return whether it is."""
        if why:
            self.refused.append(why)
        return why is not None
