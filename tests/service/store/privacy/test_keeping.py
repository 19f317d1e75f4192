"""How long programmes are kept, in the database."""

from service.store.privacy import keeping
from service.store.privacy.keeping import NO_END, Keeping


def test_a_programme_has_no_end_until_one_is_set(workspace, programme):
    """What is set is found again, also when it is set twice."""
    own = workspace.findings(programme).at.id
    with workspace._database.writing() as db:
        assert keeping.find(db, own) == NO_END
        keeping.keep(db, own, Keeping(12))
        keeping.keep(db, own, Keeping(None, "2027-01-31"))
        assert keeping.find(db, own) == Keeping(None, "2027-01-31")


def test_every_programme_has_a_secret_of_its_own_that_stays(workspace, programme):
    """It is drawn when the programme is made, and setting an end draws no other."""
    one = workspace.findings(programme).at.id
    other = workspace.findings(workspace.programmes.create("Other").slug).at.id
    with workspace._database.writing() as db:
        before = keeping.secret_of(db, one)
        keeping.keep(db, one, Keeping(6))
        assert len(before) == 32
        assert keeping.secret_of(db, one) == before != keeping.secret_of(db, other)
