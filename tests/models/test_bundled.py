"""The data package says where the model is."""

import models


def test_the_bundled_model_is_found():
    """The named folder exists beside the package."""
    folder = models.bundled_model()
    assert folder.name == models.BUNDLED
    assert (folder / "modules.json").is_file()
