"""Plain text and Markdown: `Name: text`, `**Name:** text`, `Name  0:12`, `[00:01] Name: text`, `### Name`."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from nlp.messages import Message, msgid
from nlp.transcripts.overlap import has_overlap
from nlp.transcripts.prose.front_matter import find_body, is_header_line, is_of_record, lists_people, split_names
from nlp.transcripts.prose.insertions import with_insertions_apart
from nlp.transcripts.prose.labels_in_doubt import settle_doubts
from nlp.transcripts.prose.line_grammar import HEADING, LIST_SIGN, Head, Kind, find_head, without_clock
from nlp.transcripts.prose.speaker_lines import accept_heads, at_margin, openings_of
from nlp.transcripts.prose.time_marks import with_time_marks
from nlp.transcripts.source import Line, Source, unread
from nlp.transcripts.speakers.lexicon import NOBODY_KNOWN
from nlp.transcripts.types import Transcript, Turn

_MEET = ("computer generated and might contain errors", "Meeting ended after", "Transcription ended after")
_REMARK = re.compile(
    r"^[*_]{0,2}(?:\[(?![^\[\]:：]{1,30}[:：]\s)[^\[\]]+\]|\([^()]+\)|（[^（）]+）)[*_]{0,2}\.?$"
    r"|^(?:sound|music|sfx)\s?:|^[-=*_–—]{2,}\s.{1,60}\s[-=*_–—]{2,}$|^\W*\d{1,4}\W*$"
    r"|^\W*(?:(?:end|fin|fim|fine|ende) (?:of|de|del|da|do|della|des|der) (?:the |la |el |l['’])?"
    r"(?:interview|transcript|transcription|recording|discussion|session|meeting|tape|entrevista|entrevue|entretien"
    r"|interviews|aufnahme|grabación|gravação|intervista)|সাক্ষাৎকার শেষ|সমাপ্ত|अन्तर्वार्ता समाप्त|समाप्त)\W*$",
    re.IGNORECASE,
)
_SOUND = re.compile(
    r"^\W*(?:(?:all|everyone|everybody|group|general|audience)\s)?(?:laughter|laughs|laughing|applause|silence|pause"
    r"|long pause|crosstalk|cross-talk|overlapping (?:speech|talk|voices)|inaudible|music|music plays|risas|risa"
    r"|aplausos|silencio|pausa|rires|applaudissements|risos|gelächter|lachen|applaus|beifall|tertawa|tepuk tangan"
    r"|hening|kicheko|makofi|kimya"
    r"|হাসি|সবাই হাসে|হাততালি|নীরবতা|हाँसो|सबै हाँसे|ताली|मौन|हँसी|तालियाँ)\W*$",
    re.IGNORECASE,
)
_LABEL_IN_BRACKETS = re.compile(r"^[*_]{0,2}\[[^\[\]]{1,60}\][*_]{0,2}\s?[:：]")
_BLANK_LABEL = re.compile(r"^[:：]\s+(\S.*)$")
_GUIDE = re.compile(
    r"^[*_#\s]*(?:question|topic|section|theme|part|question no\.?|প্রশ্ন|বিষয়|प्रश्न|विषय|pregunta|tema|frage|thema"
    r"|pergunta)\s(?:\d{1,3}|[০-৯०-९]{1,3})\s?[.:)–-]",
    re.IGNORECASE,
)
_TRANSCRIPT_HEADING = re.compile(
    r"^\W*(?:full |edited |interview )?(?:transcript|transcription|transkript|transcripción|transcrição)"
    r"(?: below| follows)?\W*$",
    re.IGNORECASE,
)
_TOOL_NOTICE = re.compile(
    r"^\W*(?:generated|exported|created|recorded|powered|transcribed) (?:by|with|using)\b", re.IGNORECASE
)
_MEET_FORM = "google-meet"
_LONGEST_NOTICE = 100
_SENTENCE_ENDS = (".", "?", "!", "।", "…")
_LONG_OPENING = 0.2
_LONG_OPENING_SIGNS = 400

OPEN_PARAGRAPHS = msgid(
    "Much of the record comes before the first name, so paragraphs without a name were not given to the speaker before."
)


@dataclass(slots=True)
class _Draft:
    """A turn that is still growing."""

    speaker: str | None
    start: float | None
    end: float | None
    line: int
    texts: list[str] = field(default_factory=list)

    def turn(self) -> Turn:
        return Turn(self.speaker, self.start, self.end, "\n".join(self.texts), self.line)


def is_meet(source: Source) -> bool:
    """Whether the text has the notice or the last line of a Google Meet transcript."""
    return any(sign in source.text for sign in _MEET)


def is_otter(source: Source) -> bool:
    """Whether the text names Otter, as its exports do at the end."""
    return "otter.ai" in source.text


def read_paragraphs(source: Source, form: str = "plain") -> Transcript:
    """Read lines and paragraphs in which a label stands before, above or beside what was said.

    Lines without a label belong to the speaker before them. What stands before the first label is a title or an
    introduction and is reported as not read, unless it is long and more than a fifth of the text: then it is speech of
    nobody known, and so are later paragraphs without a label. A line of names in it lists those present. What stands
    behind a label of which it cannot be told whether it is a speaker's is nobody's, and counted as not read.
    """
    body = find_body(source.lines)
    heads = {line[0]: head for line in body.lines if line and (head := find_head(line[1]))}
    start = _transcript_heading(body.lines)
    heads = at_margin({number: head for number, head in heads.items() if number > start}, body.indented)
    below = tuple(line for line in body.lines if line is None or line[0] > start)
    accepted, doubtful = settle_doubts(heads, accept_heads(heads, below), below)
    if form != _MEET_FORM:
        blank = _without_a_name(below, accepted)
        accepted, doubtful = (
            {**accepted, **blank},
            [*doubtful, *((number, head.text) for number, head in blank.items())],
        )
    accepted, notes = _without_notes(accepted, body.lines)
    lines, remarks = _without_remarks(body.lines, accepted, notes)
    turns, opening, is_open = _assemble(lines, accepted, is_headed=start > 0)
    speakers = {head.label.casefold() for head in accepted.values()}
    turns = list(with_time_marks(_without_notice(turns, speakers)))
    turns = list(with_insertions_apart(turns, speakers))
    listed = {} if body.attendees else dict(line for line in opening if lists_people(line[1], speakers))
    not_understood = [line for line in opening if line[0] not in listed and not is_of_record(line[1], source.name)]
    return Transcript(
        name=source.name,
        form=form,
        turns=tuple(turn for turn in turns if turn.text),
        shows_overlap=has_overlap(turns),
        attendees=body.attendees or tuple(name for text in listed.values() for name in split_names(text)),
        unread=unread(sorted([*not_understood, *doubtful, *remarks, *body.aside])),
        remarks=(Message(OPEN_PARAGRAPHS),) if is_open else (),
    )


def _without_a_name(lines: Sequence[Line | None], heads: dict[int, Head]) -> dict[int, Head]:
    """Return the lines `: text` below the first label with a colon: somebody spoke, and nobody wrote down who."""
    first = min((number for number, head in heads.items() if head.kind is Kind.COLON), default=None)
    found = ((line[0], _BLANK_LABEL.match(line[1])) for line in lines if line and first and line[0] > first)
    return {number: Head(NOBODY_KNOWN, match[1], Kind.NOBODY) for number, match in found if match}


def _without_notes(heads: dict[int, Head], lines: Sequence[Line | None]) -> tuple[dict[int, Head], frozenset[int]]:
    """Part labels in square brackets, `**[Observed]:** she points`, from those without, if most have none."""
    notes = frozenset(line[0] for line in lines if line and line[0] in heads and _LABEL_IN_BRACKETS.match(line[1]))
    if 2 * len(notes) >= len(heads):
        return heads, frozenset()
    return {number: head for number, head in heads.items() if number not in notes}, notes


def _without_remarks(
    lines: Sequence[Line | None], heads: dict[int, Head], notes: frozenset[int]
) -> tuple[list[Line | None], list[Line]]:
    """Take away lines between turns that nobody said: what happened, page numbers, the questions of a guide."""
    first = min(heads, default=0)
    openings = openings_of(lines)
    filled = [line for line in lines if line]
    guides = {line[0] for line in filled if _GUIDE.match(line[1])}
    guides = guides if len(guides) > 1 else guides & openings
    remarks = {
        number
        for number, text in filled
        if number > first
        and number not in heads
        and (number in guides or number in notes or _REMARK.match(text) or _SOUND.match(text))
    }
    remarks |= {number for number, text in filled[-1:] if number not in heads and _TOOL_NOTICE.match(text)}
    kept = [line for line in lines if line is None or line[0] not in remarks]
    return kept, [line for line in lines if line and line[0] in remarks]


def _transcript_heading(lines: Sequence[Line | None]) -> int:
    """Return the number of the line that says only that the transcript begins below it, 0 if none does."""
    return next((line[0] for line in lines if line and _TRANSCRIPT_HEADING.match(line[1])), 0)


def _assemble(
    lines: Sequence[Line | None], heads: dict[int, Head], *, is_headed: bool
) -> tuple[list[Turn], list[Line], bool]:
    """Return the turns, the lines before the first label if they are no speech, and whether they are speech."""
    first = min(heads, default=0)
    opening = [line for line in lines if line and line[0] < first and not _is_title(line[1])]
    length = sum(len(text) for _, text in opening if not LIST_SIGN.match(text))
    share = length / max(sum(len(line[1]) for line in lines if line), 1)
    is_open = bool(heads) and not is_headed and share > _LONG_OPENING and length > _LONG_OPENING_SIGNS
    kept = lines if is_open else [line for line in lines if line is None or line[0] >= first]
    turns = [draft.turn() for draft in _drafts(kept, heads, is_open=is_open)]
    return turns, [] if is_open else opening, is_open


def _without_notice(turns: list[Turn], speakers: Collection[str]) -> list[Turn]:
    """Take away Teams' last line, `Anna Lund stopped transcription`, whatever its language."""
    words, _, last = turns[-1].text.rpartition("\n") if turns and turns[-1].start is not None else ("", "", "")
    if not words or len(last) > _LONGEST_NOTICE or last.endswith(_SENTENCE_ENDS):
        return turns
    if any(" " in name and last.casefold().startswith(f"{name} ") for name in speakers):
        return [*turns[:-1], replace(turns[-1], text=words)]
    return turns


def _is_title(text: str) -> bool:
    return HEADING.match(text) is not None or is_header_line(text)


def _drafts(lines: Iterable[Line | None], heads: dict[int, Head], *, is_open: bool) -> Iterator[_Draft]:
    draft: _Draft | None = None
    after_blank = False
    for line in lines:
        if line is None:
            after_blank = True
            continue
        number, text = line
        head = heads.get(number)
        is_heading = head is None and HEADING.match(text)
        is_new = head or draft is None or (is_open and after_blank and draft.texts)
        if is_new and not is_heading:
            if draft:
                yield draft
            draft = _Draft(head.label, head.start, head.end, number) if head else _Draft(None, None, None, number)
        words = head.text if head else "" if is_heading else without_clock(text)
        if draft and words:
            draft.texts.append(words)
        after_blank = False
    if draft:
        yield draft
