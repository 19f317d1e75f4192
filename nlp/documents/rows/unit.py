"""One note, from a text and what is said beside it."""

from collections.abc import Mapping

from nlp.documents.rows.languages import languages_of
from nlp.documents.types import Unit
from nlp.documents.unit_ids import settle_languages, stable_id
from nlp.door.attributes import attributes_as_texts, one_text
from nlp.door.wrong import write, wrong_type
from nlp.errors import WrongValue
from nlp.messages import Message
from nlp.text.segmentation.segment import tidy


def unit_of(
    text: object,
    id: object,  # noqa: A002 - the name of the field
    element: object,
    language: str,
    source: str,
    line: int,
    attributes: Mapping[str, object],
) -> Unit:
    """Return the note; the arguments and what is raised are those of `Unit.of`."""
    if not isinstance(text, str):
        raise wrong_type("text", "str", text, write('Unit.of("We decide together", team="Nepal")'))
    written = tidy(one_text("text", text))
    if not written:
        raise WrongValue("", Message("the text is empty"), Message("Leave it out"))
    said = {name: value for name, value in attributes_as_texts(attributes).items() if value}
    of_element = one_text("element", element)
    told = (languages_of(language or None) or settle_languages([written], [None], None))[0]
    beside = (part for pair in sorted(said.items()) for part in pair)
    parts: tuple[str | int, ...] = (source, line, of_element, told, *beside, written)
    return Unit(
        id=one_text("id", id) or stable_id(*parts),
        text=written,
        language=told,
        source=source,
        line=line,
        start=0,
        end=len(text),
        element=of_element or None,
        attributes=said,
    )
