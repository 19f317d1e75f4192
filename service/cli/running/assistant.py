"""`manyvoices assistant`: whether a language model is good enough to propose something, before it is switched on."""

from collections.abc import Mapping
from typing import Annotated

import typer

from service.cli.options import AsJson, Does
from service.cli.out import remarks, stream

CALLED = {"en": "English", "bn": "Bangla", "ne": "Nepali"}
Url = Annotated[
    str | None, typer.Option(help="Address of the server; MANYVOICES_ASSISTANT_URL if not given.", show_default=False)
]
Named = Annotated[
    str | None, typer.Option(help="Name of the model; MANYVOICES_ASSISTANT_MODEL if not given.", show_default=False)
]
Language = Annotated[str | None, typer.Option(help="Only this one: en, bn or ne.", show_default=False)]


def try_out(url: Url = None, model: Named = None, language: Language = None, as_json: AsJson = False) -> None:
    """Ask the model thirty questions with known answers, and say how good it is in each language.

    Only texts that come with Manyvoices are sent, none of your notes.
    """
    from nlp.embedding import load_embedder
    from service.assistant.asking.budget import Budget, Spent
    from service.assistant.asking.client import Chat
    from service.assistant.trying import by_language, in_words, items, to_json, try_out
    from service.cli.server import given_settings

    settings = given_settings({"assistant_url": url, "assistant_model": model})
    if not settings.has_assistant:
        stream.refuse("Say which model: --url http://localhost:11434/v1 --model qwen3:8b, or set both for good")
    chosen = [each for each in items() if language in (None, each["language"])]
    if not chosen:
        stream.refuse(f"--language is one of {', '.join(CALLED)}")
    chat = Chat(settings.assistant_url, settings.assistant_model, settings.assistant_key)
    budget = Budget(settings.assistant_tokens, 60 * settings.assistant_minutes)
    try:
        with remarks.progress(f"Asking {chat.model} at {chat.host}") as show:
            tried = try_out(chat, load_embedder(), budget, show, chosen)
    except Spent:
        stream.refuse("The tokens or the minutes of one run were used up; see assistant_tokens and assistant_minutes")
    if as_json:
        stream.json({"model": chat.model, "host": chat.host, "tokens": budget.used, **to_json(tried)})
        return
    stream.line(f"{chat.model} at {chat.host}, {len(tried)} questions, {budget.used:,} tokens")
    for each in by_language(tried):
        for line in in_words(each, CALLED[each.language]):
            stream.line(line)


COMMANDS: Mapping[str, Does] = {"try": try_out}
