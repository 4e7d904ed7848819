"""Which leader a person's name means, by the article's date and the countries that it speaks of."""

import re
from collections import Counter, defaultdict
from functools import lru_cache

from kg.extract.gazetteer import Gazetteer, fold
from kg.lexicon import Lexicon, Term, Thing

__all__ = ["Leaders", "plain"]

AFTERLIFE = 1  # years around a term in which a family name alone still means its holder
_NICKNAME = re.compile(r"[\"“'‘][^\"”'’]+[\"”'’]\s*|\b\w\.\s*|,?\s+(?:Jr|Sr)\.?$")

_ARTICLE = re.compile(r"(?:al|el|ad|as|ash|ar)[- ](?=\w)")


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A person's name without nickname, initials and "Jr"."""
    return " ".join(_NICKNAME.sub(" ", name).split())


def _family(name: str) -> str:
    """A family name as it is looked up: "el-Sisi" and "al-Sisi" are one."""
    return _ARTICLE.sub("", fold(name))


class Leaders:
    """Finds the one leader whom a full or a family name can mean; where several or none fit, there is none."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._terms = lexicon.terms
        self._family: dict[str, list[Thing]] = defaultdict(list)
        for iri in sorted(self._terms):
            thing = lexicon.things.get(iri)
            if thing and thing.family_name:
                self._family[_family(thing.family_name)].append(thing)
        people = [t for t in lexicon.things.values() if t.type == "Person"]
        words = Counter(w for t in people for w in {_family(w) for name in t.names for w in name.split()})
        given = lexicon.listed("given-name")
        self._unmistakable = frozenset(w for w in self._family if words[w] == 1 and w not in given and len(w) > 3)

    def named(self, form: str, day: str | None, present: frozenset[str]) -> Thing | None:
        """The leader whom `form` means on `day` (ISO) in an article that speaks of the countries `present` (IRIs)."""
        return self._by_full_name(form, day, present) or self._by_family_name(form, day, present)

    def _by_full_name(self, form: str, day: str | None, present: frozenset[str]) -> Thing | None:
        if " " not in form:
            return None
        thing = self._gazetteer.named(form) or self._gazetteer.named(plain(form)) or self._without_middle(form)
        return thing if thing and thing.type == "Person" and self.likely(thing, day, present) else None

    def _without_middle(self, form: str) -> Thing | None:
        """The one person known by the first and the last of a name's three or four words: "Ana Maria Ruiz"."""
        words = plain(form).split()
        named = self._gazetteer.named(f"{words[0]} {words[-1]}") if 3 <= len(words) <= 4 else None
        return named if named is not None and named.type == "Person" else None

    def likely(self, thing: Thing, day: str | None, present: frozenset[str]) -> bool:
        """Whether it is not rather a namesake: her country is spoken of, or she is or was in office."""
        terms = self._terms.get(thing.iri, ())
        known = day is None or any((t.start or "")[: len(day)] <= day for t in terms)
        return not terms or known or any(t.of in present for t in terms)

    def _by_family_name(self, form: str, day: str | None, present: frozenset[str]) -> Thing | None:
        all_ = self._family.get(_family(form), [])
        if day is None:
            here = [t for t in all_ if any(term.of in present for term in self._terms[t.iri])]
            return here[0] if len(here) == 1 == len(all_) else None
        now = [t for t in all_ if any(_around(term, day) for term in self._terms[t.iri])]
        here = [t for t in now if any(term.of in present for term in self._terms[t.iri])]
        if len(here) == 1:
            return here[0]
        return now[0] if not here and now and _family(form) in self._unmistakable else None


def _around(term: Term, day: str) -> bool:
    year = int(day[:4])
    start, end = int((term.start or "0001")[:4]), int((term.end or "9999")[:4])
    return start - AFTERLIFE <= year <= end + AFTERLIFE and (term.start or "") <= f"{year + AFTERLIFE}{day[4:]}"
