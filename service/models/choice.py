"""Which model reads the notes of a programme, of those that are on this machine."""

from dataclasses import dataclass

from nlp.errors import InputError
from nlp.messages import Message
from service.journal import journal, things
from service.journal.types import Action, Details
from service.models.kept import KeptModels
from service.models.known import BUNDLED
from service.models.place import FOLDER
from service.programmes.snapshot import Snapshot
from service.settings import Settings
from service.store import Database, programmes
from service.types import Programme


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """What a programme may choose from.

    Attributes:
        chosen: "" for the model of the installation.
        installation: the name of that one.
        others: names of the models that are here.
    """

    chosen: str
    installation: str
    others: tuple[str, ...]


class ModelChoices:
    """The models of programmes. Methods that take the slug of one raise `NotFound` if there is none."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._installation = settings.model or BUNDLED
        self._kept = KeptModels(settings.data_dir / FOLDER)

    def of(self, programme: Programme) -> ModelChoice:
        """Return what reads the notes of a programme, and what else may."""
        kept = (each.name for each in self._kept.every())
        others = tuple(name for name in (BUNDLED, *kept) if name != self._installation)
        return ModelChoice(programme.model, self._installation, others)

    def choose(self, slug: str, model: str) -> Programme:
        """Have another model read the notes of a programme, and return it.

        What people sorted, named and joined stays; everything else is worked out anew.

        Args:
            slug: of the programme.
            model: "" for the one of the installation.

        Raises:
            InputError: there is no such model here.
        """
        with self._database.writing() as db:
            at = Snapshot.to_change(db, slug)
            choice = self.of(at.programme)
            asked = model.strip().casefold()
            wanted = "" if asked in ("", choice.installation.casefold()) else asked
            if wanted and wanted not in choice.others:
                there = ", ".join((choice.installation, *choice.others))
                remedy = Message("Choose one of those that are here: {models}", {"models": there})
                raise InputError(model, Message("there is no such model here"), remedy)
            if wanted != at.row.model:
                programmes.choose_model(db, at.id, wanted)
                before, after = (each or choice.installation for each in (at.row.model, wanted))
                of = things.programme(slug, at.row.name)
                journal.write(db, at.id, Action.MODEL_CHOSEN, of, Details(before, after))
            return Snapshot.load(db, slug).programme
