"""The development sets made here."""

import numpy as np

from models.training import development
from models.training.data.sources import Pair


class Librarian:
    """Knows topics by their name: a text points to the topics whose words it holds."""

    def encode(self, texts):
        """Float32 (n, topics + 1), rows of unit length."""
        names = list(development.TOPICS)
        vectors = np.full((len(texts), len(names) + 1), 0.05, dtype=np.float32)
        for row, text in enumerate(texts):
            for column, name in enumerate(names):
                words = {word for description in development.TOPICS[name] for word in description.lower().split()}
                vectors[row, column] += len(words & set(text.lower().split()))
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_only_clear_cases_get_a_topic():
    """A text about one topic is labelled, one between two topics is not."""
    labels = development.label(Librarian(), ["hospitals and doctors", "tennis and olympic games", "doctors tennis"])
    assert labels == ["health", "sports", ""]


def test_the_sets_lie_where_the_evaluation_looks(tmp_path):
    """Given sets are copied, held-out news and topics written, the labels the same on both sides; made once."""
    given = tmp_path / "given"
    (given / "tatoeba").mkdir(parents=True)
    (given / "tatoeba" / "bn.tsv").write_text("trust\tবিশ্বাস\n", encoding="utf-8")
    news = {
        "bn": [
            Pair("hospitals and doctors", "হাসপাতাল ও ডাক্তার", "ntrex128"),
            Pair("tennis players coach", "টেনিস খেলোয়াড়", "ntrex128"),
        ]
    }
    dev = development.prepare(given, tmp_path / "dev", news, Librarian)
    assert (dev / "tatoeba" / "bn.tsv").is_file()
    assert (dev / "topics" / "news-bn.tsv").read_text(
        encoding="utf-8"
    ) == "health\tহাসপাতাল ও ডাক্তার\nsports\tটেনিস খেলোয়াড়\n"
    assert (dev / "topics" / "news-en.tsv").read_text(encoding="utf-8").split("\n")[
        0
    ] == "health\thospitals and doctors"
    (dev / "news" / "bn.tsv").unlink()
    assert development.prepare(given, dev, news, Librarian) == dev
    assert not (dev / "news" / "bn.tsv").exists()
