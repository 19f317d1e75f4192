"""The page of memos: what is talked about, by whom, and what is still open."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nlp.readings.edits.types import text_key
from service.journal.words import SOMEBODY
from service.memos.types import OF_NO_ELEMENT, About, AsItIs, Memo, MemoText, Subject
from service.names.slugs import slugify
from service.presentation.i18n import Language
from service.presentation.messages import say
from service.presentation.template import address


@dataclass(frozen=True)
class SaidView:
    """One thing that was said: its number, by whom and when in words, and the words."""

    number: int
    by: Markup
    text: str


@dataclass(frozen=True)
class MemoView:
    """A memo.

    Attributes:
        number: its name in addresses.
        of: what kind of thing it is about, and of which element, in words.
        words: of that thing, "" where it is not there any more.
        language: of the words, "" where it is not known.
        link: where that thing is shown, "" where it is not there any more.
        said: the memo and its answers.
        closed: by whom and when it was closed, None while it is open.
    """

    number: int
    of: Markup
    words: str
    language: str
    link: str
    said: tuple[SaidView, ...]
    closed: Markup | None


@dataclass(frozen=True)
class SubjectView:
    """What a memo can be written about on this page: its words, and what the form sends to say which it is."""

    of: Markup
    words: str
    language: str
    link: str
    fields: Mapping[str, str]


@dataclass(frozen=True)
class MemosView:
    """The page: the sentence at its top, open memos, closed ones, and what a memo can be written about."""

    lead: Markup
    open: tuple[MemoView, ...]
    closed: tuple[MemoView, ...]
    subject: SubjectView | None = None


@dataclass(frozen=True)
class Talk:
    """A link to what is said about one thing: where it leads, and its words."""

    link: str
    words: Markup


def memos_view(
    memos: Sequence[Memo], slug: str, language: Language, subject: tuple[About, AsItIs] | None = None
) -> MemosView:
    """Turn memos into the page; `subject` is the one thing that is asked for, None for everything."""
    views = [(_view(memo, slug, language), memo) for memo in reversed(memos)]
    waiting = tuple(view for view, memo in views if memo.closed is None)
    closed = tuple(view for view, memo in views if memo.closed is not None)
    return MemosView(
        _lead(len(waiting), len(closed), language),
        waiting,
        closed,
        _subject(*subject, slug, language) if subject else None,
    )


def called(memo: Memo, language: Language) -> Markup:
    """Return what a memo is about, in a line."""
    of = _of(memo.about, language)
    return language.gettext("{what}: {words}", what=of, words=memo.now.words) if memo.now else of


def talks(memos: Iterable[Memo], slug: str, language: Language) -> Callable[..., Talk]:
    """Return what gives the link to what is said about a thing, by its kind, its id and the name of its element.

    For a note or a descriptor the id is its text.
    """
    counted = Counter(
        (memo.about.kind, memo.now.id if memo.now else memo.about.id, memo.about.element)
        for memo in memos
        if memo.closed is None
    )

    def talk(kind: str, id_: str, element: str | None = None) -> Talk:
        which = Subject(kind)
        key = text_key(id_) if which in (Subject.NOTE, Subject.DESCRIPTOR) else id_
        n = counted[which, key, element or ""]
        said = language.ngettext("{n} open memo", "{n} open memos", n) if n else language.gettext("Write a memo")
        return Talk(_address(slug, which, key, "" if which in OF_NO_ELEMENT else slugify(element or "")), said)

    return talk


def _address(slug: str, kind: Subject, id_: str, element: str) -> str:
    more = {} if kind in OF_NO_ELEMENT else {"element": element}
    return address("programmes", slug, "memos", kind=kind.value, id=id_, **more)


def _lead(waiting: int, closed: int, language: Language) -> Markup:
    if waiting:
        return language.ngettext("{n} memo is open.", "{n} memos are open.", waiting)
    return language.gettext("Nothing is open.") if closed else language.gettext("Nobody has written a memo yet.")


def _view(memo: Memo, slug: str, language: Language) -> MemoView:
    closed = _when(memo.closed_by, memo.closed.date().isoformat(), language) if memo.closed else None
    now = memo.now
    return MemoView(
        memo.number,
        _of(memo.about, language),
        now.words if now else "",
        now.language if now else "",
        _place(slug, memo.about, now) if now else "",
        tuple(_said(each, language) for each in memo.said),
        closed,
    )


def _subject(about: About, now: AsItIs, slug: str, language: Language) -> SubjectView:
    fields = {"kind": about.kind.value, "id": now.id}
    if about.kind not in OF_NO_ELEMENT:
        fields["element"] = slugify(about.element)
    return SubjectView(_of(about, language), now.words, now.language, _place(slug, about, now), fields)


def _said(said: MemoText, language: Language) -> SaidView:
    return SaidView(said.number, _when(said.who, said.made.date().isoformat(), language), said.text)


def _when(who: str, day: str, language: Language) -> Markup:
    return language.gettext("{who}, {day}", who=who or say(SOMEBODY, language), day=language.date(day))


def _of(about: About, language: Language) -> Markup:
    element = language.called(about.element)
    match about.kind:
        case Subject.READING:
            return language.gettext("A reading of {element}", element=element)
        case Subject.NOTE:
            return language.gettext("A note on {element}", element=element) if element else language.gettext("A note")
        case Subject.DESCRIPTOR:
            return language.gettext("A descriptor of {element}", element=element)
        case Subject.SESSION:
            return language.gettext("A session")
        case Subject.ACTION:
            return language.gettext("An action")


def _place(slug: str, about: About, now: AsItIs) -> str:
    if now.note:
        return address("programmes", slug, "notes", now.note)
    if about.kind is Subject.SESSION:
        return address("programmes", slug, "sessions", now.id)
    if about.kind is Subject.ACTION:
        return address("programmes", slug, "actions", now.id)
    return address("programmes", slug, "elements", slugify(about.element))
