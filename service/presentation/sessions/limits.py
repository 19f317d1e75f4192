"""What a record cannot show, in the reader's language."""

from collections.abc import Iterable

from markupsafe import Markup

from nlp.messages import Message, Value
from nlp.participation.caveats import WITHHELD
from service.presentation.i18n import Language
from service.presentation.masking.masking import People
from service.presentation.messages import say


def limits_view(limits: Iterable[Message], people: People, language: Language) -> tuple[Markup, ...]:
    """Return the limits of a session or of several, names in them as on the page.

    Attributes that are withheld are left out: pages name them beside the groups.
    """
    return tuple(say(_masked(each, people), language) for each in limits if each.template != WITHHELD)


def _masked(message: Message, people: People) -> Message:
    return Message(message.template, {place: _mask(value, people) for place, value in message.values.items()})


def _mask(value: Value, people: People) -> Value:
    match value:
        case str():
            return people.mask(value)
        case tuple():
            return tuple(people.mask(each) for each in value)
        case Message():
            return _masked(value, people)
        case _:
            return value
