import pytest

from nlp.transcripts.speakers.speaker_labels import Labelled, accept_labels, looks_like_name, split_label


@pytest.mark.parametrize(
    ("line", "label", "text"),
    [
        ("Leena Varkey: Thank you.", "Leena Varkey", "Thank you."),
        ("**Leena Varkey:** Thank you.", "Leena Varkey", "Thank you."),
        ("**Leena Varkey**: Thank you.", "Leena Varkey", "Thank you."),
        ("[SPEAKER_00]: and so", "SPEAKER_00", "and so"),
        (">> LEENA: and so", "LEENA", "and so"),
        ("- Leena: and so", "Leena", "and so"),
        ("রহিমা খাতুন: জি", "রহিমা খাতুন", "জি"),
        ("রহিমাঃ জি", "রহিমা", "জি"),
        ("মোঃ রহিম: জি", "মোঃ রহিম", "জি"),
        ("মোঃ রহিমঃ জি", "মোঃ রহিম", "জি"),
        ("राम कुमारी : हजुर", "राम कुमारी", "हजुर"),
        ("रामः हजुर", "राम", "हजुर"),
        ("Rahim:- yes", "Rahim", "- yes"),
        ("Rahim :- yes", "Rahim", "- yes"),
        ("SA（SA）：言归正传", "SA（SA）", "言归正传"),
        ("Mr. Mwamzandi: Order", "Mr. Mwamzandi", "Order"),
        ("Saulius | Grandine: hi", "Saulius | Grandine", "hi"),
        ("Ram:hello", "Ram", "hello"),
    ],
)
def test_a_label_is_split_from_what_was_said(line, label, text):
    """Markdown, brackets, full-width and spaced colons, and the visarga typed for a colon are understood."""
    found = split_label(line)
    assert found is not None
    assert (found.label, found.text.removeprefix("- ")) == (label, text.removeprefix("- "))


@pytest.mark.parametrize(
    "line",
    [
        "We meet at 12:30 tomorrow",
        "see https://example.org/a",
        "He said no. Then he said this: go",
        "Date: 12 March",
        "তারিখ: ১২ মার্চ",
        "मिति: २०८२",
        "এটা দুঃখের কথা",
        "a long sentence with many words that goes on and on: yes",
        "“Never” he said: go",
        "12: twelve",
        "no colon here",
        ": empty",
    ],
)
def test_a_sentence_with_a_colon_has_no_label(line):
    """Times, links, headings of a header and sentences are not people."""
    assert split_label(line) is None


def seen(*labels):
    return [Labelled(label, "text") for label in labels]


def test_a_phrase_that_occurs_once_among_many_lines_is_no_speaker():
    """`All the myths:` in captions without speakers."""
    assert accept_labels(seen("All the myths", "Remember"), 200) == frozenset()


def test_names_that_recur_are_speakers_even_if_most_lines_have_none():
    """A record that names the speaker only at a change."""
    assert accept_labels(seen("Anna Lund", "Bela", "Anna Lund", "Bela"), 200) == {"anna lund", "bela"}


def test_a_name_seen_once_is_a_speaker_where_every_line_has_one():
    """Everybody may speak just once."""
    assert accept_labels(seen("Anna", "stokes", "রহিমা"), 3) == {"anna", "stokes", "রহিমা"}


def test_a_label_before_nothing_but_a_link_is_no_speaker():
    """`Slides: https://...`."""
    labels = [*seen("Anna", "Anna", "Anna"), Labelled("Slides", "https://example.org/slides.pdf")]
    assert accept_labels(labels, 4) == {"anna"}


@pytest.mark.parametrize(
    "label", ["Marius Van Der Wijden (M)", "elsa de la Cruz".title(), "শাহনাজ পারভীন লিপি", "SPEAKER_00"]
)
def test_names_look_like_names(label):
    """Capitals at every word but particles, or a script without capitals."""
    assert looks_like_name(label)


@pytest.mark.parametrize("label", ["All the myths", "and I said", "What we did next in the year of"])
def test_phrases_do_not_look_like_names(label):
    """A small letter begins a word that is no particle, or there are too many words."""
    assert not looks_like_name(label)


@pytest.mark.parametrize(
    "label",
    [
        *("Rina apa", "Karim bhai", "Hari dai", "Sita di", "didi", "sir", "Rahim vai", "রিনা আপা", "हरि दाइ"),
        *("iPhone (2)", "Redmi Note 9", "Galaxy A12", "vivo 1904", "Rina's iPhone"),
    ],
)
def test_forms_of_address_and_devices_are_parts_of_names(label):
    """Though they are written small; one such label is a speaker wherever most places have one."""
    assert looks_like_name(label)
    assert label.casefold() in accept_labels(seen("Anna", "Anna", "Bela", label), 4)


@pytest.mark.parametrize("label", ["rina akter", "field office dhaka", "md rahim uddin", "@anna / Anna Lund"])
def test_in_cues_a_short_label_seen_once_is_a_speaker(label):
    """If most cues have a label; in other records it may be a sentence."""
    labels = seen("Anna", "Anna", "Bela", label)
    assert label.casefold() in accept_labels(labels, 5, cues=True)
    assert label.casefold() not in accept_labels(labels, 5)
    assert label.casefold() not in accept_labels(labels, 50, cues=True)


@pytest.mark.parametrize(
    "label", ["and then this", "All the myths", "Question", "so", "the main point", "मेरो कुरा", "আমার মতে", "যেমন"]
)
def test_words_of_a_sentence_are_no_speaker_seen_once(label):
    """Neither in cues nor elsewhere."""
    labels = seen("Anna", "Anna", "Bela", "Bela", label)
    assert accept_labels(labels, 5, cues=True) == accept_labels(labels, 5) == {"anna", "bela"}


def test_a_full_stop_after_a_small_title_ends_no_sentence():
    """`dr. Rahim`."""
    assert split_label("dr. Rahim: yes") == Labelled("dr. Rahim", "yes")


@pytest.mark.parametrize(
    "label",
    ["Sarah (facilitator)", "Leo Dion (host)", "Rina (she/her)", "Max [moderator]", "রিনা (সঞ্চালক)", "王（host）"],
)
def test_a_role_or_pronoun_in_brackets_is_no_part_of_the_name(label):
    """It is written small; the label stays as it is."""
    assert looks_like_name(label)
    assert label.casefold() in accept_labels(seen("Anna", "Anna", "Bela", label), 4)


def test_brackets_around_a_sentence_make_no_name():
    """`and then (later)`."""
    assert not looks_like_name("and then (Later)")
    assert not looks_like_name("(laughs)")


def test_direction_marks_do_not_part_a_name():
    """`\u200eAnna` and `Anna` are the same label; joiners of Indic scripts stay."""
    assert split_label("\u200eAnna\u200f: hi") == Labelled("Anna", "hi")
    assert split_label("\u2068শিরীন\u2069: জি") == Labelled("শিরীন", "জি")
    assert split_label("র\u200d্যাচেল: জি") == Labelled("র\u200d্যাচেল", "জি")
