"""Texts that come with the project: a sample programme and gold sets. Data only; each folder has a README."""

from pathlib import Path

FOLDER = Path(__file__).parent
SAMPLE = FOLDER / "sample"
GOLD = FOLDER / "gold"
