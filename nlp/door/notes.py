"""Notes as they are handed to an analysis: of a file, or one by one."""

from collections.abc import Sequence
from dataclasses import replace

from nlp.documents.types import Notes, Unit
from nlp.door.attributes import are_texts, attributes_as_texts, one_text
from nlp.door.values import is_missing
from nlp.door.wrong import items_of, write, wrong_type
from nlp.errors import NothingToAnalyse, WrongValue
from nlp.messages import Message


def units_of(handed: object, call: str) -> list[Unit]:
    """Return notes whose fields are texts.

    Args:
        handed: notes of a file, or units.
        call: the function to which they are handed, for the message.

    Raises:
        WrongType: these are no notes, or a field is no text.
        WrongValue: two have the same id.
        NothingToAnalyse: there is none.
    """
    units = items_of("units", Notes, "units", Unit, handed, f"{call}(read_notes(...))")
    if not units:
        raise NothingToAnalyse("", Message("there are no notes"), Message("Hand in at least one note"))
    told = [unit if _is_sound(unit) else _told(unit, f"units[{at}]") for at, unit in enumerate(units)]
    if len({unit.id for unit in told}) < len(told):
        raise _same_id(told)
    return told


def _is_sound(unit: Unit) -> bool:
    written = type(unit.text) is str and type(unit.id) is str and type(unit.language) is str
    return written and (unit.element is None or type(unit.element) is str) and are_texts(unit.attributes)


def _told(unit: Unit, place: str) -> Unit:
    """Return a note with texts in its fields; its text and its id must be texts before."""
    for name in ("text", "id"):
        value = getattr(unit, name)
        if not isinstance(value, str):
            remedy = write(f"str({name})") if not is_missing(value) else Message("Leave it out")
            raise wrong_type(name, "str", value, remedy, place)
    return replace(
        unit,
        text=one_text("text", unit.text),
        id=one_text("id", unit.id),
        language=one_text("language", unit.language, place) or "und",
        element=one_text("element", unit.element, place) or None,
        attributes=attributes_as_texts(unit.attributes, place),
    )


def _same_id(units: Sequence[Unit]) -> WrongValue:
    first: dict[str, int] = {}
    earlier, at = next((first[unit.id], at) for at, unit in enumerate(units) if first.setdefault(unit.id, at) != at)
    values = {"first": f"units[{earlier}]", "second": f"units[{at}]", "id": units[at].id}
    problem = Message("{first} and {second} have the same id ({id})", values)
    remedy = Message("Give each note an id or a line of its own: {call}", {"call": "Unit.of(text, line=1)"})
    if units[at].source:
        remedy = Message("Give each file a name of its own: {call}", {"call": 'read_notes(path, source="...")'})
    return WrongValue(units[at].source, problem, remedy)
