"""The grammars of the appendix, executed: recognise a sentence, or make one up."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from random import Random

TOKEN = re.compile(r'\s*(?:"([^"]*)"|/((?:[^/\\]|\\.)+)/|〈([^〉]+)〉|([\w]+)|([|\[\]{}()]))')


class Node(NamedTuple):
    """A part of a production: its kind, its words (of a literal, a pattern, a name), and what is inside."""

    kind: str
    words: str = ""
    inside: tuple[Node, ...] = ()


class Grammar:
    """Productions by name; `lists` are the word lists that they name in 〈〉."""

    def __init__(self, text: str, lists: Mapping[str, Iterable[str]]) -> None:
        joined = re.sub(r"\n +", " ", text.strip())
        self.rules: dict[str, Node] = {}
        for line in joined.split("\n"):
            if line.strip():
                name, _, right = line.partition(" = ")
                self.rules[name.strip()] = _parsed(right.replace("※", ""))
        self.lists = {name: tuple(words) for name, words in lists.items()}
        named = set(_named(self.rules.values()))
        self.names = {words for kind, words in named if kind == "name"}
        self.used_lists = {words for kind, words in named if kind == "list"}

    def derives(self, start: str, sentence: str) -> bool:
        """Whether the sentence as a whole can be derived from the production."""

        @cache
        def ends(node: Node, place: int) -> frozenset[int]:
            match node.kind:
                case "literal":
                    return frozenset({place + len(node.words)} if sentence.startswith(node.words, place) else ())
                case "list":
                    return frozenset(place + len(w) for w in self.lists[node.words] if sentence.startswith(w, place))
                case "pattern":
                    form = re.compile(node.words)
                    stops = range(place, len(sentence) + 1)
                    return frozenset(stop for stop in stops if form.fullmatch(sentence, place, stop))
                case "name":
                    return ends(self.rules[node.words], place)
                case "choice":
                    return frozenset(end for part in node.inside for end in ends(part, place))
                case "maybe":
                    return frozenset({place}) | ends(node.inside[0], place)
                case "many":
                    return many(node.inside[0], place)
                case _:
                    found = frozenset({place})
                    for part in node.inside:
                        found = frozenset(end for start in found for end in ends(part, start))
                    return found

        def many(node: Node, place: int) -> frozenset[int]:
            found, new = {place}, {place}
            while new:
                new = {end for start in new for end in ends(node, start)} - found
                found |= new
            return frozenset(found)

        return len(sentence) in ends(self.rules[start], 0)

    def sentence(self, start: str, random: Random, patterns: Callable[[str, Random], str]) -> str:
        """A sentence made up at random; `patterns` makes up what matches a pattern."""

        def made(node: Node) -> str:
            match node.kind:
                case "literal":
                    return node.words
                case "list":
                    return random.choice(self.lists[node.words])
                case "pattern":
                    return patterns(node.words, random)
                case "name":
                    return made(self.rules[node.words])
                case "choice":
                    return made(random.choice(node.inside))
                case "maybe":
                    return made(node.inside[0]) if random.random() < 0.5 else ""
                case "many":
                    return "".join(made(node.inside[0]) for _ in range(random.randint(0, 2)))
                case _:
                    return "".join(made(part) for part in node.inside)

        return made(self.rules[start])


def _named(nodes: Iterable[Node]) -> Iterable[tuple[str, str]]:
    for node in nodes:
        yield node.kind, node.words
        yield from _named(node.inside)


def _parsed(text: str) -> Node:
    tokens: list[tuple[str, ...]] = []
    place = 0
    while text[place:].strip():
        found = TOKEN.match(text, place)
        if not found:
            raise ValueError(f"cannot read {text[place:]!r}")
        tokens.append(found.groups())
        place = found.end()
    node, rest = _choice(tokens)
    if rest:
        raise ValueError(f"left over in {text!r}")
    return node


def _choice(tokens: list[tuple[str, ...]]) -> tuple[Node, list[tuple[str, ...]]]:
    parts: list[Node] = []
    while True:
        part, tokens = _sequence(tokens)
        parts.append(part)
        if not tokens or tokens[0][4] != "|":
            return (Node("choice", "", tuple(parts)) if len(parts) > 1 else parts[0]), tokens
        tokens = tokens[1:]


BRACKETS = {"[": ("]", "maybe"), "{": ("}", "many"), "(": (")", "sequence")}


def _sequence(tokens: list[tuple[str, ...]]) -> tuple[Node, list[tuple[str, ...]]]:
    parts: list[Node] = []
    while tokens and tokens[0][4] not in ("|", "]", "}", ")"):
        literal, pattern, listed, name, sign = tokens[0]
        tokens = tokens[1:]
        if sign:
            closing, kind = BRACKETS[sign]
            inner, tokens = _choice(tokens)
            if not tokens or tokens[0][4] != closing:
                raise ValueError(f"{sign} is not closed")
            tokens = tokens[1:]
            parts.append(Node(kind, "", (inner,)))
        elif literal is not None:
            parts.append(Node("literal", literal))
        elif pattern is not None:
            parts.append(Node("pattern", pattern.replace("\\/", "/")))
        else:
            parts.append(Node("list", listed) if listed else Node("name", name))
    if not parts:
        raise ValueError("nothing between two signs")
    return (Node("sequence", "", tuple(parts)) if len(parts) > 1 else parts[0]), tokens
