"""Learning the token vectors: every text, in whatever language, should lie where the teacher put its English."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from .lessons import Batch, Lesson
from .progress import tracked

if TYPE_CHECKING:
    import torch


CHECKPOINT_STEPS = 1000


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how strongly.

    Attributes:
        steps: batches in all.
        batch: texts in a batch.
        rate: the first learning rate; falls linearly to a twentieth.
        temperature: of the comparison inside a batch; smaller is sharper.
        pull: weight of the plain cosine to the teacher, beside the comparison.
        agreement: weight of the comparison between a text and its translation.
    """

    steps: int = 60_000
    batch: int = 512
    rate: float = 0.05
    temperature: float = 0.1
    pull: float = 2.0
    agreement: float = 0.5


@dataclass(frozen=True, slots=True)
class Course:
    """A lesson and how often it comes, relative to the others."""

    lesson: Lesson
    weight: float


@dataclass(slots=True)
class Progress:
    """Where the training stands: what a checkpoint holds.

    Attributes:
        step: batches done.
        table: float32 (v, d), the token vectors.
        squares: float32 (v,), the sum of each row's mean squared gradients.
        generator: draws the texts.
    """

    step: int
    table: np.ndarray
    squares: np.ndarray
    generator: np.random.Generator

    def save(self, path: Path) -> None:
        """Writes the checkpoint, whole or not at all."""
        unfinished = path.with_suffix(".part")
        with unfinished.open("wb") as file:
            state = np.array(json.dumps(self.generator.bit_generator.state))
            np.savez(file, step=self.step, table=self.table, squares=self.squares, state=state)
        unfinished.rename(path)

    @classmethod
    def load(cls, path: Path) -> "Progress":
        """Reads what `save` wrote."""
        with np.load(path) as arrays:
            generator = np.random.default_rng()
            generator.bit_generator.state = json.loads(str(arrays["state"]))
            return cls(int(arrays["step"]), arrays["table"], arrays["squares"], generator)


def train(
    vectors: np.ndarray, courses: Sequence[Course], schedule: Schedule, seed: int, checkpoint: Path | None = None
) -> np.ndarray:
    """The token vectors (v, d) after `schedule.steps` batches; the argument is not changed.

    Each row has one learning rate of its own (row-wise Adagrad), so that rare words move in the gradient's direction
    and frequent ones settle. With a `checkpoint`, every 1,000 steps are kept there and a second run goes on from them.
    """
    weights = np.array([course.weight for course in courses])
    order = np.random.default_rng(seed).choice(len(courses), size=schedule.steps, p=weights / weights.sum())
    squares = np.zeros(len(vectors), dtype=np.float32)
    progress = Progress(0, vectors.astype(np.float32).copy(), squares, np.random.default_rng(seed + 1))
    if checkpoint is not None and checkpoint.exists():
        progress = Progress.load(checkpoint)
    for step in tracked(range(progress.step, schedule.steps), schedule.steps - progress.step, "training"):
        batch = courses[order[step]].lesson.draw(schedule.batch, progress.generator)
        if len(batch.targets) > 1:
            _update(
                progress.table, progress.squares, batch, schedule, schedule.rate * (1 - 0.95 * step / schedule.steps)
            )
        progress.step = step + 1
        if checkpoint is not None and progress.step % CHECKPOINT_STEPS == 0:
            progress.save(checkpoint)
    return progress.table


def _update(table: np.ndarray, squares: np.ndarray, batch: Batch, schedule: Schedule, rate: float) -> None:
    import torch

    tokens, columns = np.unique(np.concatenate([side.indices for side in batch.sides]), return_inverse=True)
    means, bags, start = [], [], 0
    for side in batch.sides:
        lengths = np.maximum(np.asarray(side.sum(axis=1)).ravel(), 1)
        share = side.data / np.repeat(lengths, np.diff(side.indptr))
        bags.append(
            sparse.csr_matrix(
                (share, columns[start : start + side.nnz], side.indptr), shape=(side.shape[0], len(tokens))
            )
        )
        means.append(torch.from_numpy(bags[-1] @ table[tokens]).requires_grad_())
        start += side.nnz
    torch.autograd.backward(loss(means, torch.from_numpy(batch.targets), schedule))
    gradients = [bag.T @ mean.grad.numpy() for bag, mean in zip(bags, means, strict=True) if mean.grad is not None]
    gradient: np.ndarray = np.sum(gradients, axis=0)
    squares[tokens] += np.square(gradient).mean(axis=1)
    table[tokens] -= rate * gradient / (np.sqrt(squares[tokens]) + 1e-10)[:, None]


def loss(means: "Sequence[torch.Tensor]", targets: "torch.Tensor", schedule: Schedule) -> "torch.Tensor":
    """How far the texts are from where the teacher puts them.

    For each side: the cross-entropy between the teacher's own similarities inside the batch and the text's similarities
    to the teacher's vectors (both through a softmax), plus `pull` times one minus the cosine. Two sides are also asked
    to find each other.

    Args:
        means: the sides' mean vectors, each (n, d), of any length.
        targets: (n, d), of unit length.
        schedule: temperature and weights.
    """
    import torch
    from torch.nn.functional import cross_entropy, normalize

    wanted = torch.softmax(targets @ targets.T / schedule.temperature, dim=1)
    sides = [normalize(mean, dim=1) for mean in means]
    total = torch.zeros(())
    for side in sides:
        total = total + cross_entropy(side @ targets.T / schedule.temperature, wanted)
        total = total + schedule.pull * (1 - (side * targets).sum(dim=1)).mean()
    if len(sides) == 2 and schedule.agreement:
        similarities = sides[0] @ sides[1].T / schedule.temperature
        total = total + schedule.agreement * (
            cross_entropy(similarities, wanted) + cross_entropy(similarities.T, wanted)
        )
    return total
