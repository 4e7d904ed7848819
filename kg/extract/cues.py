"""The lexicon's words of saying: which cue a verb is, and what kinds of complement make it one."""

from collections import defaultdict
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.complements import complement
from kg.extract.grammar import children, prepositions
from kg.lexicon import Lexicon

__all__ = ["Cues", "Found"]

_RELATIVE = {"WP", "WDT"}


@dataclass(frozen=True, slots=True)
class Found:
    """A cue in the text: the token of the head of what is said, and the name of the lexicon's cue."""

    content: Token
    rule: str


class Cues:
    """Finds the verbs of a lexicon's reporting cues where something is said with them.

    `first_words` are the lemmas of these verbs.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._verbs: dict[str, dict[str, set[str]]] = defaultdict(dict)  # verb → name of the cue → complements
        self._documents: set[str] = set()
        self._nouns: set[str] = set()
        for cue in lexicon.cues:
            if cue.kind == "document":
                self._documents.update(cue.verbs)
                continue
            for verb in cue.verbs:
                self._verbs[verb][cue.iri.rsplit("/", 1)[-1]] = set(cue.values.get("complement", ("clause",)))
            self._nouns.update(cue.nouns if cue.kind == "feeling" else cue.values.get("adjective", ()))
        self._linked = {verb.split()[0] for verb in self._verbs if " " in verb}
        self.first_words = {verb.split()[0] for verb in (*self._verbs, *self._documents)}
        self._unreal = {
            verb.removesuffix(" to")
            for cue in lexicon.modality_cues if cue.modality in ("planned", "denied")
            for verb in cue.verbs
        } - {"be", *self._verbs}  # fmt: skip

    def is_quoting(self, verb: Token) -> bool:
        """Whether the verb's object is who says it ("quoted X as saying")."""
        cues, _ = self._cues(verb)
        return any("source" in kinds for kinds in cues.values())

    def is_unreal(self, verb: Token) -> bool:
        """Whether it is only planned or refused to say it ("declined to say", "stopped short of criticising")."""
        head = verb.head
        if verb.dep_ == "pcomp":
            words = [t.lemma_.lower() for t in (head.head.head, head.head, head)]
            return " ".join(words) in self._unreal or " ".join(words[1:]) in self._unreal
        return verb.dep_ == "xcomp" and _with_particle(head) in self._unreal

    def find(self, verb: Token) -> Found | None:
        """What is said with a verb; the rule "document" is for those of documents only, which may "show" something."""
        cues, link = self._cues(verb)
        content = complement(verb, set().union(*cues.values()), link, self._nouns) if cues else None
        if content is None:
            shown = complement(verb, {"clause"}, None, self._nouns) if verb.lemma_.lower() in self._documents else None
            return Found(shown, "document") if shown is not None else None
        names = sorted(cues, key=lambda name: (name != "say", name))  # "promised that" says, "promised to" promises
        fitting = (n for n in names if complement(verb, cues[n], link, self._nouns) is not None)
        return Found(content, next(fitting, names[0]))

    def _cues(self, verb: Token) -> tuple[dict[str, set[str]], Token | None]:
        """The cues that a verb is one of, by name; and the preposition that belongs to it."""
        lemma = verb.lemma_.lower()
        if lemma not in self._linked:
            return self._verbs.get(lemma, {}), None
        particle = _with_particle(verb)
        for prep in prepositions(verb):
            if prep.i < verb.i and not any(t.tag_ in _RELATIVE for t in children(prep, "pobj")):
                continue  # "on Monday he called the deal unfair" does not call on anybody
            for key in (f"{particle} {prep.lower_}", f"{lemma} {prep.lower_}"):
                if key in self._verbs:
                    return self._verbs[key], prep
        for clause in children(verb, "ccomp", "xcomp", "advcl"):  # "called for refugees to be helped"
            for mark in children(clause, "mark"):
                if f"{lemma} {mark.lower_}" in self._verbs:
                    return self._verbs[f"{lemma} {mark.lower_}"], mark
        return self._verbs.get(particle) or self._verbs.get(lemma) or {}, None


def _with_particle(verb: Token) -> str:
    """ "go on": a verb's lemma with its particle."""
    lemma = verb.lemma_.lower()
    return next((f"{lemma} {t.lower_}" for t in children(verb, "prt")), lemma)
