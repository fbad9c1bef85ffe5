"""What a user meets first: the public names, and that importing them costs nothing."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import recoupe
from recoupe.errors import RecoupeError


def _in_new_process(code: str, *arguments: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments, "-c", code], capture_output=True, text=True, check=True, env=environment or None
    )
    return done.stdout


def test_public_names() -> None:
    assert recoupe.__all__ == sorted(recoupe.__all__)
    for name in recoupe.__all__:
        assert getattr(recoupe, name).__doc__, name
    assert {"build", "extract", "read", "Timeline", "Event", "Actor", "Source", "When"} <= set(recoupe.__all__)
    assert set(recoupe.__all__) <= set(dir(recoupe))
    assert recoupe.__version__ == version("recoupe")
    assert not hasattr(recoupe, "unheard_of")


def test_importing_loads_nothing_heavy() -> None:
    loaded = _in_new_process("import sys; import recoupe; print(*{name.partition('.')[0] for name in sys.modules})")
    heavy = {"spacy", "thinc", "typer", "rich", "hypothesis", "numpy", "trafilatura", "feedparser", "lxml"}
    assert not heavy & set(loaded.split())


def test_the_whole_library_imports_without_a_language_model() -> None:
    code = (
        "import sys; from recoupe import Timeline, build, extract, read;"
        "print('spacy' in sys.modules, 'typer' in sys.modules)"
    )
    assert _in_new_process(code).split() == ["False", "False"]


def test_errors_are_one_tree_and_each_is_a_builtin_too() -> None:
    import recoupe.errors as errors

    kinds = [v for v in vars(errors).values() if isinstance(v, type) and issubclass(v, RecoupeError)]
    assert len(kinds) > 5
    for kind in kinds:
        if kind is not RecoupeError:
            assert any(
                issubclass(kind, builtin) for builtin in (ValueError, LookupError, OSError, ImportError, AssertionError)
            ), kind


def test_ids_are_equal_under_every_hash_seed() -> None:
    code = (
        "from recoupe import Actor, ActorKind, Source;"
        "a = Actor(name='x', kind=ActorKind.PERSON, names=frozenset('abcdefgh'), titles=frozenset('ijklmnop'));"
        "s = Source(location='x', digest='0' * 16, notices=frozenset(['live', 'paywall', 'correction']));"
        "print(a.id, s.id, s.authority)"
    )
    outputs = {_in_new_process(code, PYTHONHASHSEED=seed) for seed in ("0", "1", "4242")}
    assert len(outputs) == 1
    assert outputs.pop().startswith("a-")
