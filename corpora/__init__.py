"""Texts that come with the project: a sample programme, gold sets, and what an assistant is tried on.

Data only; each folder has a README.
"""

from pathlib import Path

FOLDER = Path(__file__).parent
SAMPLE = FOLDER / "sample"
GOLD = FOLDER / "gold"
ASSISTANT = FOLDER / "assistant"
