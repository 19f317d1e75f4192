"""Sentences taken apart into stretches of one language."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from service.presentation.report.runs import Run, runs


def test_names_keep_their_language():
    """A name inside a sentence is a stretch of its own, with its language; the rest has that of the sentence."""
    words = Markup('Only <b lang="bn">বাংলাদেশ</b> speaks of “<span lang="ne">विश्वास</span>”.')
    assert runs(words) == (
        Run("Only "),
        Run("বাংলাদেশ", "bn", name=True),
        Run(" speaks of “"),
        Run("विश्वास", "ne"),
        Run("”."),
    )


def test_a_plain_text_is_never_read_as_markup():
    """What is no markup is taken as it is."""
    assert runs("<b>1 & 2</b>") == (Run("<b>1 & 2</b>"),)
    assert runs("") == ()


@given(st.lists(st.tuples(st.text(), st.sampled_from(["", "bn", "ne"]))))
def test_no_letter_is_lost(parts):
    """All text comes back in its order, whatever signs it holds."""
    words = Markup("").join(
        Markup('<span lang="{}">{}</span>').format(code, text) if code else escape(text) for text, code in parts
    )
    assert "".join(run.text for run in runs(words)) == "".join(text for text, _ in parts)
