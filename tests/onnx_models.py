"""Models of ONNX for tests, exported from real ones of sentence-transformers."""

import shutil
import warnings
from pathlib import Path

import torch
from transformers import AutoModel

INPUTS = ("input_ids", "attention_mask", "token_type_ids")


class _States(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, token_type_ids):
        return self.model(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state


def export(source: Path, folder: Path, *, int8: bool = False) -> Path:
    """Write a folder as hubs have it: everything of the source but its weights, and `onnx/model.onnx`.

    With `int8`, `onnx/model_int8.onnx` beside it, which onnxruntime makes.
    """
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("*.safetensors", "*.bin"))
    file = folder / "onnx" / "model.onnx"
    file.parent.mkdir()
    model = _States(AutoModel.from_pretrained(source, attn_implementation="eager")).eval()
    ids = torch.ones((2, 5), dtype=torch.long)
    axes = {name: {0: "texts", 1: "tokens"} for name in (*INPUTS, "last_hidden_state")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            model,
            (ids, ids, 0 * ids),
            str(file),
            input_names=list(INPUTS),
            output_names=["last_hidden_state"],
            dynamic_axes=axes,
            dynamo=False,
        )
    if int8:
        from onnxruntime.quantization import quantize_dynamic

        quantize_dynamic(file, file.with_name("model_int8.onnx"))
    return folder
