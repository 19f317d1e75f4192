"""The names of elements, levels, teams and people: what may be the same, and what each is called."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from service.annotations.joined_names import Named, ProgrammeNames
from service.names.proposals import MOST_COMPARED, Because, Proposal
from service.names.types import NameKind
from service.presentation.i18n import NAMES, Language
from service.presentation.text import spelled


@dataclass(frozen=True)
class JoinQuestion:
    """Two names that may mean the same, with what speaks for it."""

    kind: NameKind
    name: str
    into: str
    words: Markup
    why: Markup


@dataclass(frozen=True)
class NameRow:
    """One element, level or team.

    Attributes:
        name: under which it is counted.
        also: other names that mean it.
        languages: (code, name of the language, what it is called in it or "").
        others: names that it may be joined to.
        files: in how many files it stands, in words.
        removable: whether no file speaks of it.
        first, last: whether it stands at that end.
    """

    name: str
    also: tuple[str, ...]
    languages: tuple[tuple[str, str, str], ...]
    others: tuple[str, ...]
    files: Markup
    removable: bool
    first: bool
    last: bool


@dataclass(frozen=True)
class NameList:
    """All elements, levels or teams, in order."""

    kind: NameKind
    heading: Markup
    rows: tuple[NameRow, ...]


@dataclass(frozen=True)
class NamesView:
    """All that the page shows, in its order; (old name, new name) of people who are called otherwise than on file."""

    lead: Markup
    questions: tuple[JoinQuestion, ...]
    lists: tuple[NameList, ...]
    people: tuple[str, ...]
    called_otherwise: tuple[tuple[str, str], ...]


def names_view(names: ProgrammeNames, spoken: Sequence[str], language: Language) -> NamesView:
    """Turn the names of a programme into what the page shows.

    Args:
        names: of the programme.
        spoken: languages (BCP 47) of the programme, beside those of the interface.
        language: of the reader.
    """
    codes = tuple(dict.fromkeys([*NAMES, *spoken]))
    lists = (
        (NameKind.ELEMENT, language.gettext("Elements"), names.elements),
        (NameKind.LEVEL, language.gettext("Levels, the best first"), names.levels),
        (NameKind.TEAM, language.gettext("Teams"), names.teams),
    )
    return NamesView(
        lead=_lead(len(names.proposals), max(len(all_) for _, _, all_ in lists), language),
        questions=tuple(_question(each, language) for each in names.proposals),
        lists=tuple(
            NameList(kind, heading, tuple(_row(each, all_, codes, language) for each in all_))
            for kind, heading, all_ in lists
            if all_
        ),
        people=tuple(each.name for each in names.people),
        called_otherwise=tuple((also, each.name) for each in names.people for also in each.also),
    )


def _lead(open_: int, most: int, language: Language) -> Markup:
    if not open_ and most > MOST_COMPARED:
        return language.gettext(
            "Names that may mean the same are looked for among {n} at most; here there are more.", n=MOST_COMPARED
        )
    if not open_:
        return language.gettext("No two names here look like the same thing.")
    return language.ngettext(
        "{n} name may mean the same as another one: is it so?",
        "{n} names may mean the same as another one: is it so?",
        open_,
    )


def _question(proposal: Proposal, language: Language) -> JoinQuestion:
    names = {"name": spelled(proposal.name), "into": spelled(proposal.into)}
    words = {
        NameKind.ELEMENT: language.gettext("Element: is {name} the same as {into}?", **names),
        NameKind.LEVEL: language.gettext("Level: is {name} the same as {into}?", **names),
        NameKind.TEAM: language.gettext("Team: is {name} the same as {into}?", **names),
    }[proposal.kind]
    why = {
        Because.NAMES: language.gettext("Both are known names of the same thing."),
        Because.SPELLING: language.gettext("They are spelled or sound alike."),
        Because.ORDER: language.gettext("They stand at the same place of two rubrics."),
        Because.LIKENESS: language.gettext("The model places the two names close to each other."),
    }[proposal.because]
    return JoinQuestion(proposal.kind, proposal.name, proposal.into, words, why)


def _row(named: Named, all_: Sequence[Named], codes: Sequence[str], language: Language) -> NameRow:
    there = dict.fromkeys([*codes, *named.languages])
    return NameRow(
        name=named.name,
        also=named.also,
        languages=tuple((code, language.language_name(code), named.languages.get(code, "")) for code in there),
        others=tuple(each.name for each in all_ if each.name != named.name),
        files=language.ngettext("in {n} file", "in {n} files", named.files)
        if named.files
        else language.gettext("in no file"),
        removable=not named.files,
        first=named.name == all_[0].name,
        last=named.name == all_[-1].name,
    )
