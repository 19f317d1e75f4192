"""The languages of a programme as people give them: tags or names, several or one."""

from collections.abc import Collection, Iterable
from typing import TypeAlias

from nlp.documents.tables.column_names import language_tag
from nlp.door.wrong import write, wrong_type
from nlp.errors import WrongValue
from nlp.messages import Message

Languages: TypeAlias = str | Collection[str] | None
"""BCP 47 tags or names of languages, several or one; None for a common set."""

_WRITTEN = 'languages=["en", "bn", "ne"]'


def languages_of(languages: Languages) -> tuple[str, ...] | None:
    """Return the tags of languages, each once; a text is one language, or several with commas between them.

    Raises:
        WrongType: they are no texts.
        WrongValue: one is no language.
    """
    if languages is None:
        return None
    named = languages.split(",") if isinstance(languages, str) else languages
    if not isinstance(named, Iterable):
        raise wrong_type("languages", "str | list[str] | None", languages, write(_WRITTEN))
    return tuple(dict.fromkeys(map(_tag, named))) or None


def _tag(name: object) -> str:
    if not isinstance(name, str):
        raise wrong_type("a language", "str", name, write(_WRITTEN))
    tag = language_tag(name)
    if tag is None:
        raise WrongValue("", Message("{name} is no language that is known", {"name": repr(name)}), write(_WRITTEN))
    return tag
