"""A programme to the project that REFI-QDA knows: readings become codes, notes become coded places in texts.

Whoever is hidden is hidden before anything is placed, so that places fit the texts that leave.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nlp.documents.refi.coded import KIND_OF_CASE
from nlp.documents.refi.project import (
    Case,
    CodeSet,
    Coding,
    Memo,
    Project,
    QdaCode,
    Selection,
    TextSource,
    User,
    Variable,
)
from nlp.documents.refi.write import MACHINE, ORIGIN
from nlp.documents.types import Person, Unit
from nlp.readings.types import ElementReadings, Interpretation, Reading
from service.analyses.findings import Findings
from service.exports.refi.about import about_element, about_reading, how_this_was_made, placed_by
from service.exports.refi.guids import Guids
from service.exports.refi.memos import with_memos
from service.exports.refi.texts import FileText, Place, common, texts_of
from service.memos.subjects import as_now
from service.presentation.i18n import Language
from service.presentation.masking.masking import People, named, numbered
from service.presentation.masking.results import masked

PARTNERS = ("team", "organisation", "participant", "review")
"""What notes can be of, so that it becomes cases; other attributes of people would show groups of one."""
OF_TEXTS = ("team", "organisation", "review", "language", "date")
"""What may hold for a whole text."""
COLORS = ("#2F6DB5", "#C7622B", "#3E8E5A", "#8A5FB0", "#B3485D", "#7A7A2A", "#2B8C99", "#9A6A3A", "#5B6B7B", "#B0568F")
NEVER = "2020-01-01T00:00:00Z"
"""When what has no date was made: some programs want a moment, and the clock would make each file another one."""
_LONGEST_NAME = 200
_LONGEST_CALL = 60


@dataclass(frozen=True)
class _Composer:
    """What is asked again and again while a project is put together."""

    guids: Guids
    spoken: Language
    found: Interpretation
    texts: tuple[FileText, ...]

    @property
    def person(self) -> User:
        """Who stands for all who placed notes by hand."""
        return User(self.guids.of("user", "person"), str(self.spoken.gettext("A person")))

    @property
    def machine(self) -> User:
        """Who stands for the machine."""
        return User(self.guids.of("user", "machine"), MACHINE)


def compose(findings: Findings, spoken: Language, *, names: bool = False) -> Project:
    """Return a programme as a project.

    Args:
        findings: of the programme.
        spoken: language of what is said about codes; notes stay as they were written.
        names: whether people are named who agreed to it; if not they are "Person 1", "Person 2" in everything.

    Raises:
        NothingToAnalyse: the readings cannot be found.
    """
    at, found = findings.at, findings.readings()
    people = _people(findings, found, spoken, names=names)
    key = f"{at.secret} {at.slug} named" if names else at.numbers_of("qdpx")
    project = project_of(masked(found, people), spoken, key)
    project = with_memos(project, as_now(findings, spoken.code), Guids(key), spoken, people.mask, names=names)
    kept = [file.added for file in at.of_kind("notes")]
    made = max(kept).strftime("%Y-%m-%dT%H:%M:%SZ") if kept else NEVER
    name = people.mask(at.programme.name)
    return replace(project, name=name, about=people.mask(at.programme.description), made=made)


def project_of(found: Interpretation, spoken: Language, drawn_with: str = "", name: str = ORIGIN) -> Project:
    """Return readings as a project, with everything that may be quoted, as it is.

    Args:
        found: the readings.
        spoken: language of what is said about codes.
        drawn_with: what GUIDs are drawn with, see `Guids`.
        name: of the project.
    """
    project = _project(_Composer(Guids(drawn_with), spoken, found, texts_of(_notes(found))))
    return replace(project, name=name, made=NEVER)


def _people(findings: Findings, found: Interpretation, spoken: Language, *, names: bool) -> People:
    """Return what everybody is called who is on a roster, wrote a note or spoke in a session."""
    at = findings.at
    wrote = {unit.attributes.get("participant", "") for unit in _notes(found)} - {""}
    spoke = {name for labels in at.speakers.values() for name in labels}
    listed = {spelling for person in at.people for spelling in (person.name, *person.aliases)}
    roster = (*at.people, *map(Person, sorted((wrote | spoke) - listed)))
    unnamed = at.agreed.unnamed(person.name for person in roster)
    if names and not unnamed:
        return named(person.name for person in roster)
    keep, secret = (*at.outline.teams, *at.outline.elements), at.numbers_of("qdpx")
    people = numbered([each.name for each in roster], roster, spoken, keep, secret, findings.recognise)
    return people.but_for(set(people.shown) - unnamed) if names else people


def _notes(found: Interpretation) -> Iterator[Unit]:
    for element in found.elements:
        for reading in element.readings:
            yield from reading.units
        yield from element.alone


def _project(composer: _Composer) -> Project:
    codes, code_of = _codebook(composer)
    placed = {note for element in composer.found.elements for note in element.placed_by_hand}
    sources = [_source(composer, file, code_of, placed) for file in composer.texts]
    cases, of_cases = _cases(composer)
    of_texts = [Variable(composer.guids.of("variable", name), _heading(name)) for name in OF_TEXTS]
    elements = {composer.guids.of("element", each.element) for each in composer.found.elements}
    used = {variable for source in sources for variable in source.values}
    return Project(
        origin=ORIGIN,
        users=(composer.person, composer.machine),
        codes=codes,
        variables=(*(each for each in of_texts if each.guid in used), *of_cases),
        cases=cases,
        sources=tuple(sources),
        sets=tuple(_set(composer, code) for code in codes if code.guid in elements),
        memos=(
            Memo(
                composer.guids.of("memo"),
                str(composer.spoken.gettext("How this was made")),
                how_this_was_made(composer.found, composer.spoken),
            ),
        ),
    )


def _set(composer: _Composer, element: QdaCode) -> CodeSet:
    """Return the group of an element: its readings, or itself where it has none, which tells it from a reading."""
    held = tuple(each.guid for each in element.codes) or (element.guid,)
    return CodeSet(composer.guids.of("set", element.guid), element.name, held)


def _codebook(composer: _Composer) -> tuple[tuple[QdaCode, ...], Mapping[str, str]]:
    """Return the codes, and the GUID of the code of every note that has one.

    A note that fits no reading has the code of its element. Some programs know each name once, so two are never alike.
    """
    codes, code_of, taken = list[QdaCode](), dict[str, str](), set[str]()
    for element in composer.found.elements:
        title = composer.spoken.called(element.element)
        group = composer.guids.of("element", element.element)
        name = _unlike(title, "", taken) if title else ""
        own = [_code(composer, element, each, place, taken) for place, each in enumerate(element.readings)]
        code_of |= {unit.id: code.guid for code, each in zip(own, element.readings, strict=True) for unit in each.units}
        if title:
            code_of |= {unit.id: group for unit in element.alone}
            codes.append(QdaCode(group, name, about_element(element, composer.spoken), codes=tuple(own)))
        else:
            codes += own
    return tuple(codes), code_of


def _code(composer: _Composer, element: ElementReadings, reading: Reading, place: int, taken: set[str]) -> QdaCode:
    called = reading.called(composer.spoken.code) or reading.example
    name = _unlike(called, composer.spoken.called(element.element), taken)
    about = about_reading(element, reading, composer.spoken)
    return QdaCode(composer.guids.of("reading", reading.id), name, about, COLORS[place % len(COLORS)])


def _unlike(name: str, element: str, taken: set[str]) -> str:
    """Return a name that no code has yet: with its element, or with a number."""
    short = " ".join(name.split())
    short = short if len(short) <= _LONGEST_NAME else short[: _LONGEST_NAME - 1].rstrip() + "…"
    wanted = [short, *([f"{short} ({element})"] if element else [])]
    numbered_names = (f"{wanted[-1]} ({number})" for number in range(2, len(taken) + 3))
    chosen = next(each for each in (*wanted, *numbered_names) if each.casefold() not in taken)
    taken.add(chosen.casefold())
    return chosen


def _source(composer: _Composer, file: FileText, code_of: Mapping[str, str], placed: set[str]) -> TextSource:
    guids = composer.guids
    name = file.name or str(composer.spoken.gettext("Notes whose file is not told"))
    alike = common([_attributes(place.unit) for place in file.places])
    return TextSource(
        guid=guids.of("source", file.name),
        name=name,
        text=file.text,
        selections=tuple(_selection(composer, place, file, code_of, placed) for place in file.places),
        values={guids.of("variable", key): alike[key] for key in OF_TEXTS if alike.get(key)},
    )


def _selection(
    composer: _Composer, place: Place, file: FileText, code_of: Mapping[str, str], placed: set[str]
) -> Selection:
    note, guids = place.unit.id, composer.guids
    by_hand = note in placed
    user = composer.person if by_hand else composer.machine
    code = code_of.get(note)
    words = file.text[place.start : place.end]
    return Selection(
        guid=guids.of("selection", note),
        start=place.start,
        end=place.end,
        codings=(Coding(guids.of("coding", note), code, user.guid),) if code else (),
        name=" ".join(words.split())[:_LONGEST_CALL],
        about=placed_by(composer.spoken, by_hand=by_hand) if code else "",
    )


def _attributes(unit: Unit) -> dict[str, str]:
    given = {"language": unit.language, **unit.attributes}
    return {key: given[key] for key in {*PARTNERS, *OF_TEXTS} if given.get(key)}


def _cases(composer: _Composer) -> tuple[tuple[Case, ...], tuple[Variable, ...]]:
    """Return a case for every team, organisation, person and review, and for what differs inside of a text."""
    guids = composer.guids
    places = [(place, _attributes(place.unit)) for file in composer.texts for place in file.places]
    kinds = [*PARTNERS, *(key for key in ("language", "date") if _differs(composer.texts, key))]
    kind = Variable(guids.of("variable", KIND_OF_CASE), KIND_OF_CASE)
    cases = []
    for key in kinds:
        held: dict[str, list[str]] = {}
        for place, own in places:
            if own.get(key):
                held.setdefault(own[key], []).append(guids.of("selection", place.unit.id))
        for name in sorted(held):
            case = Case(guids.of("case", key, name), name, values={kind.guid: key}, selections=tuple(held[name]))
            cases.append(case)
    return tuple(cases), (kind,) if cases else ()


def _differs(texts: Sequence[FileText], key: str) -> bool:
    """Whether an attribute is not one and the same in all of a text."""
    return any(len({_attributes(place.unit).get(key) for place in file.places}) > 1 for file in texts)


def _heading(attribute: str) -> str:
    return attribute.capitalize()
