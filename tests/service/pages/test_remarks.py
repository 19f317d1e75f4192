from nlp.participation import limits
from nlp.transcripts.types import Remark
from service.pages.i18n import language
from service.pages.remarks import messages, translate

BN = language("bn")


def test_a_plain_remark_is_translated():
    """A sentence without places."""
    assert translate(str(Remark(limits.NO_ROSTER)), BN).startswith("উপস্থিতির তালিকা ছাড়া")


def test_values_of_a_remark_are_found_again():
    """Counts in the reader's digits, labels as they are and harmless."""
    said = translate(str(Remark(limits.UNKNOWN, count="12", labels="<b>A</b>, বীথি")), BN)
    assert said == "১২ জন বক্তা তালিকায় নেই: &lt;b&gt;A&lt;/b&gt;, বীথি। মেলানো না হওয়া পর্যন্ত তাঁদের বাড়তি মানুষ ধরা হয়েছে।"


def test_an_unknown_remark_stays_english_and_says_so():
    """Nothing is lost, and a screen reader knows the language."""
    assert translate("Something new & odd.", BN) == '<span lang="en">Something new &amp; odd.</span>'
    assert translate("Something new & odd.", language("en")) == "Something new &amp; odd."


def test_every_constant_of_the_limits_is_known():
    """The sentences are collected from the modules that say them."""
    assert {limits.NO_ROSTER, limits.ONE_SESSION, limits.UNKNOWN, limits.MACHINE_LABELS} <= set(messages())
