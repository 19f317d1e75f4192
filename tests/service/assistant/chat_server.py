"""A language model on this machine that says what a test tells it to."""

import json

from tests.openai_server import OpenAIServer


class ChatServer(OpenAIServer):
    """Answers chats with what `says` makes of a question: an object, or a text as it is.

    Attributes:
        says: the data of a question and the language in its rules -> the answer.
        forms: forms of an answer that it knows: "json_schema", "json_object"; others are refused.
        unknown: fields of a request that it refuses.
        tokens: that it says it used; None says nothing.
    """

    def __init__(self, says=lambda _: {}):
        super().__init__()
        self.says, self.forms, self.unknown, self.tokens = says, ("json_schema", "json_object"), (), 100

    def usual(self, body):
        """Return a chat."""
        for name in self.unknown:
            if name in body:
                return 400, {"error": {"message": f"Unsupported parameter: '{name}'"}}, {}
        if "response_format" in body and body["response_format"]["type"] not in self.forms:
            return 400, {"error": {"message": "unknown response_format"}}, {}
        return 200, chat(self.says(data_of(body)), self.tokens), {}


def chat(said, tokens=100):
    """Return a completion with some words, or an object as JSON."""
    words = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
    usage = {} if tokens is None else {"usage": {"total_tokens": tokens}}
    return {"choices": [{"index": 0, "message": {"role": "assistant", "content": words}}], **usage}


def data_of(body):
    """Return what people wrote, as it was sent."""
    return json.loads(body["messages"][1]["content"])["data"]


def ids(data):
    """Return the ids of the notes of a question."""
    return [each["id"] for each in data["notes"]]
