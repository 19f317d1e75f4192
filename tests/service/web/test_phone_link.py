"""How the phones of those present find a form."""

from service.presentation.i18n import language
from service.web.phone_link import own_network_address, reach

EN = language("en")


def find(url, found="192.168.1.20", **more):
    how = {"phones": False, "listens_beyond": False, **more}
    return reach(url, "/f/k7mq2x", EN, own_address=lambda: found, **how)


def test_a_service_that_listens_here_only_is_passed_round():
    """And the line says how to start it for phones."""
    here = find("http://127.0.0.1:8000/programmes/p/forms/k7mq2x")
    assert (here.here, here.url) == ("/f/k7mq2x", "")
    assert "manyvoices serve --phones" in here.words


def test_the_address_on_the_network_is_shown_to_phones():
    """Not localhost, which on a phone is the phone."""
    there = find("http://localhost:8000/programmes/p/forms/k7mq2x", phones=True, listens_beyond=True)
    assert there.url == "http://192.168.1.20:8000/f/k7mq2x"
    assert there.short == "192.168.1.20:8000/f/k7mq2x"
    assert "nothing else" in there.words
    assert there.picture.startswith("<svg")
    assert "<script" not in there.picture


def test_a_service_that_is_open_to_all_warns():
    """Whoever can open the form can then open everything."""
    assert "everything else" in find("http://localhost:8000/", listens_beyond=True).words


def test_a_service_with_a_name_keeps_it():
    """Phones use the address that the facilitator uses."""
    assert find("https://voices.example/programmes/p", listens_beyond=True).url == "https://voices.example/f/k7mq2x"


def test_without_a_network_it_is_passed_round():
    """Nothing is invented."""
    alone = find("http://localhost:8000/", found=None, listens_beyond=True)
    assert alone.url == ""
    assert "no network" in alone.words


def test_the_own_address_is_none_of_this_machine_alone():
    """An address that others can reach, or nothing."""
    found = own_network_address()
    assert found is None or not found.startswith("127.")
