"""What a run of the assistant is asked for, as the subject of its job."""

from dataclasses import dataclass
from enum import StrEnum

from nlp.errors import InputError
from nlp.messages import Message
from service.presentation.i18n import NAMES

ASSISTANT = "assistant"
"""The kind of the jobs that ask a language model."""


class Task(StrEnum):
    """What can be asked for."""

    READINGS = "readings"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: of which element by its slug ("" for all), in which language."""

    task: Task
    language: str
    element: str = ""

    @property
    def subject(self) -> str:
        """What tells it from others, as one text."""
        return " ".join((self.task, self.language, self.element)).rstrip()

    @classmethod
    def of(cls, subject: str) -> "Asked":
        """Return what a job of that subject is asked for."""
        task, language, *element = subject.split(" ", 2)
        return cls(Task(task), language, "".join(element))


def check_language(language: str) -> str:
    """Return a language in which something can be proposed.

    Raises:
        InputError: it is none.
    """
    if language not in NAMES:
        problem = Message("“{language}” is no language that the assistant is asked in", {"language": language[:20]})
        raise InputError("", problem, Message("Choose one of the list"))
    return language
