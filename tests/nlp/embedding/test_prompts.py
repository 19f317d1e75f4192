import pytest

from nlp.embedding.prompts import GROUP_NOTES, choose_prompt


@pytest.mark.parametrize(
    ("name", "prompts", "default", "expected"),
    [
        ("intfloat/multilingual-e5-small", {}, None, "query: "),
        ("intfloat/multilingual-e5-large-instruct", {}, None, GROUP_NOTES),
        ("qwen3-embedding:0.6b", {}, None, GROUP_NOTES),
        ("onnx-community_embeddinggemma-300m-ONNX", {}, None, "task: clustering | query: "),
        ("nomic-embed-text", {}, None, "clustering: "),
        ("bge-m3", {}, None, ""),
        ("sentence-transformers/LaBSE", {"query": "", "document": ""}, None, ""),
        ("a/b", {"clustering": "cluster: ", "query": "search: "}, None, "cluster: "),
        ("a/b", {"clustering": "cluster: ", "own": "own: "}, "own", "own: "),
    ],
)
def test_the_choice_of_prompt(name, prompts, default, expected):
    """The default first, then clustering, similarity and queries; then what is known of its name."""
    assert choose_prompt(name, prompts, default) == expected
