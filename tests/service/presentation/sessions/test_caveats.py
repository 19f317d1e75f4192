from nlp.messages import Message
from nlp.participation import caveats as limits
from service.presentation.i18n import language
from service.presentation.sessions.caveats import messages, says, translate

BN = language("bn")


def test_a_plain_remark_is_translated():
    """A sentence without places."""
    assert translate(str(Message(limits.NO_ROSTER)), BN).startswith("উপস্থিতির তালিকা ছাড়া")


def test_values_of_a_remark_are_found_again():
    """Counts in the reader's digits, labels as they are and harmless."""
    said = translate(str(Message(limits.UNKNOWN, {"count": "12", "labels": "<b>A</b>, বীথি"})), BN)
    assert said == "১২ জন বক্তা তালিকায় নেই: &lt;b&gt;A&lt;/b&gt;, বীথি। মেলানো না হওয়া পর্যন্ত তাঁদের বাড়তি মানুষ ধরা হয়েছে।"


def test_an_unknown_remark_stays_english_and_says_so():
    """Nothing is lost, and a screen reader knows the language."""
    assert translate("Something new & odd.", BN) == '<span lang="en">Something new &amp; odd.</span>'
    assert translate("Something new & odd.", language("en")) == "Something new &amp; odd."


def test_attributes_are_named_in_the_readers_language():
    """Listed as that language lists things; one that the interface does not know stays as the roster has it."""
    said = translate(str(Message(limits.NOT_IN_ROSTER, {"attributes": "gender, organisation, ward"})), BN)
    assert said.striptags().startswith("লিঙ্গ, সংস্থা ও ward: তুলনা করা হয়নি")


def test_a_remark_is_known_by_its_template():
    """Whatever its values are."""
    said = str(Message(limits.WITHHELD, {"attributes": "team", "threshold": "3"}))
    assert says(limits.WITHHELD, said)
    assert not says(limits.NOT_IN_ROSTER, said)


def test_every_constant_of_the_limits_is_known():
    """The sentences are collected from the modules that say them."""
    assert {limits.NO_ROSTER, limits.ONE_SESSION, limits.UNKNOWN, limits.MACHINE_LABELS} <= set(messages())
