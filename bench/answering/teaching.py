"""Fine-tunes the embedding model's last layers to judge polarity, so that it can teach the small model that ships.

The lower layers stay as they are, and what they give for each sentence is worked out once; that makes training on two cores
a matter of minutes.
"""

import random
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import AutoModel, AutoTokenizer

from index.vectors.embedder import DEFAULT_MODEL, model_source

_FROZEN = 3  # layers that are not trained
_EPOCHS = 4
_BATCH = 16
_LONGEST = 100  # tokens of a sentence
_SEED = 2

Floats = NDArray[np.float32]


class Teacher(torch.nn.Module):
    """Judges sentences: two likelihoods each, of something good and of something bad."""

    def __init__(self) -> None:
        super().__init__()
        source = model_source(DEFAULT_MODEL)
        self._tokenizer = AutoTokenizer.from_pretrained(source)
        self._model = AutoModel.from_pretrained(source)
        self._low, self._high = self._model.encoder.layer[:_FROZEN], self._model.encoder.layer[_FROZEN:]
        self._head = torch.nn.Sequential(torch.nn.Dropout(0.1), torch.nn.Linear(2 * self._model.config.hidden_size, 2))

    def learn(self, sentences: Sequence[str], targets: Floats) -> None:
        """Learn from sentences and their two likelihoods, an array of shape (sentences, 2)."""
        random.seed(_SEED)
        torch.manual_seed(_SEED)
        states = self._states(sentences)
        steps = _EPOCHS * (len(states) // _BATCH + 1)
        optimizer = torch.optim.AdamW(
            [
                {"params": self._high.parameters(), "lr": 1e-4},
                {"params": self._head.parameters(), "lr": 1e-3},
            ],
            weight_decay=0.01,
        )
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda step: min(1, (step + 1) / (0.1 * steps)) * max(0, (steps - step) / steps)
        )
        self.train()
        for _ in range(_EPOCHS):
            for batch in _shuffled(states):
                wanted = torch.tensor(targets[batch], dtype=torch.float)
                loss = torch.nn.functional.binary_cross_entropy_with_logits(self._judge(states, batch), wanted)
                optimizer.zero_grad()
                torch.autograd.backward(loss)
                torch.nn.utils.clip_grad_norm_(self.parameters(), 1.0)
                optimizer.step()
                schedule.step()

    def judge(self, sentences: Sequence[str]) -> Floats:
        """The two likelihoods of each sentence, an array of shape (sentences, 2)."""
        self.eval()
        states = self._states(sentences)
        judged = np.zeros((len(states), 2), dtype=np.float32)
        with torch.inference_mode():
            for batch in _by_length(states):
                judged[batch] = torch.sigmoid(self._judge(states, batch)).numpy()
        return judged

    def _states(self, sentences: Sequence[str]) -> list[torch.Tensor]:
        """What the lower layers give for each sentence, an array of shape (tokens, axes) in half precision."""
        found: dict[int, torch.Tensor] = {}
        order = sorted(range(len(sentences)), key=lambda number: len(sentences[number]))
        with torch.inference_mode():
            for start in range(0, len(order), 64):
                batch = order[start : start + 64]
                texts = [sentences[number] for number in batch]
                read = self._tokenizer(texts, padding=True, truncation=True, max_length=_LONGEST, return_tensors="pt")
                hidden = _run(self._low, self._model.embeddings(input_ids=read.input_ids), read.attention_mask)
                for number, state, mask in zip(batch, hidden, read.attention_mask, strict=True):
                    found[number] = state[: int(mask.sum())].half().clone()
        return [found[number] for number in range(len(sentences))]

    def _judge(self, states: Sequence[torch.Tensor], batch: Sequence[int]) -> torch.Tensor:
        longest = max(len(states[number]) for number in batch)
        hidden = torch.zeros(len(batch), longest, states[0].shape[1])
        mask = torch.zeros(len(batch), longest, dtype=torch.long)
        for row, number in enumerate(batch):
            hidden[row, : len(states[number])] = states[number].float()
            mask[row, : len(states[number])] = 1
        hidden = _run(self._high, hidden, mask)
        weights = mask[..., None].float()
        mean = (hidden * weights).sum(1) / weights.sum(1)
        highest = (hidden - 1e4 * (1 - weights)).max(1).values
        judged: torch.Tensor = self._head(torch.cat([mean, highest], 1))
        return judged


def _run(layers: Any, hidden: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    for layer in layers:
        given = layer(hidden, (1 - mask[:, None, None, :].float()) * -1e4)  # padding is hidden from attention
        hidden = given[0] if isinstance(given, tuple) else given
    return hidden


def _shuffled(states: Sequence[torch.Tensor]) -> list[list[int]]:
    """Batches of sentences of like length, in a random order."""
    numbers = list(range(len(states)))
    random.shuffle(numbers)
    chunks = [numbers[start : start + 30 * _BATCH] for start in range(0, len(numbers), 30 * _BATCH)]
    batches = [
        ordered[start : start + _BATCH]
        for chunk in chunks
        for ordered in [sorted(chunk, key=lambda number: len(states[number]))]
        for start in range(0, len(ordered), _BATCH)
    ]
    random.shuffle(batches)
    return batches


def _by_length(states: Sequence[torch.Tensor]) -> Iterator[list[int]]:
    order = sorted(range(len(states)), key=lambda number: len(states[number]))
    for start in range(0, len(order), 64):
        yield order[start : start + 64]
