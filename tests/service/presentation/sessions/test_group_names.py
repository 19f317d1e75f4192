from service.presentation.i18n import language
from service.presentation.sessions.group_names import group_name


def test_pools_have_names_of_the_interface():
    """The pool of small groups is said in the reader's language, a real group as the roster has it."""
    assert group_name("other", language("bn")) == "অন্যান্য"
    assert group_name("not on the roster", language("ne")) == "सूचीमा नाम छैन"
    assert group_name("other <b>", language("en")).striptags() == "other <b>"
