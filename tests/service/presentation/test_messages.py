import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from nlp.errors import UnreadableFile
from nlp.messages import Message
from nlp.participation import caveats
from nlp.transcripts.annotation.rttm import SEVERAL_FILES
from service.presentation.i18n import language
from service.presentation.messages import say, say_error
from service.serialisation import dumps, loads

EN, BN, NE = language("en"), language("bn"), language("ne")


def test_a_message_without_places_is_translated():
    """A sentence as it stands in the catalogue."""
    assert say(Message(caveats.NO_ROSTER), BN).startswith("উপস্থিতির তালিকা ছাড়া")
    assert say(Message(caveats.NO_ROSTER), EN) == caveats.NO_ROSTER


def test_numbers_have_the_readers_digits_and_texts_are_harmless():
    """Whole numbers and texts that are numbers; labels stay as they are, escaped, in their own language."""
    said = say(Message(caveats.UNKNOWN, {"count": 12, "labels": ("<A>", "বীথি")}), BN)
    assert said.startswith('যাঁরা বলেছেন তাঁদের ১২ জন উপস্থিতির তালিকায় নেই: <span lang="en">&lt;A&gt;</span> ও বীথি।')
    assert " १२.५% " in say(Message(caveats.UNATTRIBUTED, {"share": "12.5%"}), NE)


@pytest.mark.parametrize(
    ("names", "listed"), [(("ক",), "ক"), (("ক", "খ", "গ"), "ক, খ ও গ"), (("ক", "12", "🙂"), "ক, ১২ ও 🙂")]
)
def test_several_texts_are_listed_as_the_language_does(names, listed):
    """One, several, and some that have no script."""
    assert f": {listed}।" in say(Message(caveats.UNKNOWN, {"count": len(names), "labels": names}), BN)


def test_attributes_are_named_in_the_readers_language():
    """One that the interface does not know stays as the roster has it."""
    said = say(Message(caveats.NOT_IN_ROSTER, {"attributes": ("gender", "organisation", "ward")}), BN)
    assert said.striptags().startswith("জেন্ডার, সংস্থা ও ward: তুলনা করা হয়নি")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("বীথি", '<span lang="bn">বীথি</span>'),
        ("आशा", '<span lang="ne">आशा</span>'),
        ("Bithi", "Bithi"),
        ("३", "३"),
        ("👩\u200d🌾", "👩\u200d🌾"),
    ],
)
def test_another_script_says_which_language_it_is(name, shown):
    """So that a screen reader and the fonts know; what has no letter belongs to every language."""
    assert say(Message(SEVERAL_FILES, {"count": 1, "names": (name,)}), EN).endswith(
        f"({shown}); only the first was read."
    )


def test_a_message_inside_a_message_is_said_too():
    """The line of an error: where, what and what to do, each in the reader's language."""
    problem = Message(caveats.NOT_IN_ROSTER, {"attributes": ("gender",)})
    error = UnreadableFile("a.csv", problem, Message(caveats.NO_ROSTER), Message("{count}", {"count": 12}))
    assert say_error(error, EN) == str(error)
    assert say_error(error, BN).startswith('<span lang="en">a.csv</span>, ১২: জেন্ডার: তুলনা করা হয়নি')


def test_a_message_comes_back_from_json_as_it_was():
    """With its numbers, its lists, and the messages inside it, whatever a text looks like."""
    where = Message("row {row}", {"row": 3})
    message = Message("{where}: {n}, {names}", {"where": where, "n": "3", "names": ("12", "ক")})
    assert loads(Message, dumps(message)) == message


def test_a_template_that_the_catalogue_lacks_stays_english_and_says_so():
    """A result of another release: nothing is lost, and a screen reader knows the language."""
    message = Message("Nobody says {this}.", {"this": "a & b"})
    assert say(message, BN) == '<span lang="en">Nobody says <span lang="en">a &amp; b</span>.</span>'
    assert say(message, EN) == "Nobody says a &amp; b."


def test_a_message_without_values_may_hold_braces():
    """It is not filled; an empty one says nothing."""
    assert say(Message("{&}"), EN) == "{&amp;}"
    assert say(Message(""), BN) == ""


@given(st.sampled_from([EN, BN, NE]), st.text())
def test_values_cannot_bring_markup(spoken, text):
    """Whatever a value says, it stays text, in a span of its language at most."""
    said = say(Message("{this}", {"this": text}), spoken)
    bare = re.sub('^<span lang="(en|bn|ne)">(.*)</span>$', r"\2", str(said), flags=re.DOTALL)
    assert Markup(bare).unescape() in {text, spoken.digits(text)}
    assert not re.search("[<>\"']", bare)
