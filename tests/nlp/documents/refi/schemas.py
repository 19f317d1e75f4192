"""The published schemas of REFI-QDA, and whether a file keeps to them."""

import io
import zipfile
from functools import cache
from pathlib import Path

from lxml import etree


@cache
def _schema(name):
    return etree.XMLSchema(etree.parse(Path(__file__).parent / name))


def assert_project_is_valid(data):
    """The XML of a .qdpx keeps to Project.xsd, and every text that it names lies in `sources`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("project.qde"))
        there = {f"internal://{name.removeprefix('sources/')}" for name in archive.namelist()}
    _schema("Project.xsd").assertValid(root)
    assert {path for each in root.iter() if (path := each.get("plainTextPath"))} <= there


def assert_codebook_is_valid(data):
    """A .qdc keeps to Codebook.xsd."""
    _schema("Codebook.xsd").assertValid(etree.fromstring(data))
