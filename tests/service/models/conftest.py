import json

import numpy as np
import pytest
from onnx import TensorProto, helper

from tests.service.models.hub_server import HubServer, serving

REPOSITORY = "somebody/Toy-ONNX"


def toy_files():
    """Return path -> bytes of a repository with a model that has an axis for each of four words."""
    graph = helper.make_graph(
        [helper.make_node("Gather", ["table", "input_ids"], ["last_hidden_state"])],
        "toy",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["n", "t"])],
        [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["n", "t", 4])],
        [helper.make_tensor("table", TensorProto.FLOAT, (4, 4), np.eye(4, dtype=np.float32).ravel())],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=10)
    tokenizer = {
        "version": "1.0",
        "pre_tokenizer": {"type": "Whitespace"},
        "model": {"type": "WordLevel", "vocab": {"[UNK]": 0, "we": 1, "trust": 2, "them": 3}, "unk_token": "[UNK]"},
    }
    return {
        "README.md": b"# Toy",
        "tokenizer.json": json.dumps(tokenizer).encode(),
        "1_Pooling/config.json": b'{"pooling_mode": "mean"}',
        "onnx/model.onnx": b"the larger file that is not fetched",
        "onnx/model_quantized.onnx": model.SerializeToString(),
        "onnx/model_quantized.onnx_data": b"d" * 3000,
        "model.safetensors": b"not fetched either",
    }


@pytest.fixture
def hub():
    """A hub with one repository."""
    return HubServer({REPOSITORY: toy_files()})


@pytest.fixture
def address(hub):
    """Where it is."""
    with serving(hub) as address:
        yield address
