"""Who is meant by a bare name in a store: the only person of that name of whom some article says more, if there is one.

The graph BASE/graph/identities holds what that takes. For a bare name N ("person/ana-zupan") there are

- `N :namesake Q` for each person of that name ("person/ana-zupan_slovenia", see `kg.archive.people`),
- `N :identifiedAs Q` where there is but one, and then `G :identifies Q` for each graph in which N stands as Q,
- `N :pending N` from when a graph with N or a Q is written until it is settled.

So a graph is looked at again only where the one that is meant changes, which happens to a name twice at most as a store
grows; and what a crash leaves undone is done by the next who writes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import pyoxigraph as ox

from kg.archive.people import SIGN
from kg.rdf.inference import ground_of, inferred_graph
from kg.rdf.namespaces import KG, OWL, RDF
from kg.rdf.renaming import followed, renamed

__all__ = [
    "Names",
    "Touched",
    "as_written",
    "is_identities",
    "names_in",
    "names_of",
    "noted",
    "notes",
    "replacement",
    "settle",
]

type Names = dict[ox.NamedNode, set[ox.NamedNode]]
"""Bare names, and the persons that they stand for or are."""
type Touched = defaultdict[ox.NamedNode, set[ox.NamedNode]]
"""Bare names, and the graphs with them that have just been written."""

_TYPE, _PERSON, _SAME = RDF.term("type"), KG.term("Person"), OWL.term("sameAs")
_NAMESAKE, _AS, _IDENTIFIES, _PENDING = map(KG.term, ("namesake", "identifiedAs", "identifies", "pending"))


def is_identities(graph: ox.NamedNode) -> bool:
    """Whether a graph is the one that says who is meant."""
    return graph.value.endswith("graph/identities")


def names_in(quads: Iterable[ox.Quad]) -> Names:
    """The bare names of the people in a graph whom no list knows, with themselves or the person who is meant."""
    quads = list(quads)
    known = {q.subject for q in quads if q.predicate == _SAME}
    names: Names = {}
    for q in quads:
        if q.predicate == _TYPE and q.object == _PERSON and q.subject not in known and "/person/" in str(q.subject):
            assert isinstance(q.subject, ox.NamedNode)
            names.setdefault(_bare(q.subject), set()).add(q.subject)
    return names


def names_of(store: ox.Store, graph: ox.NamedNode) -> Names:
    """The names in a graph of a store."""
    asked = ((_TYPE, _PERSON), (_SAME, None))
    return names_in(q for term, value in asked for q in store.quads_for_pattern(None, term, value, graph))


def notes(names: Names) -> Iterator[ox.Quad]:
    """What to write together with a graph that has such names."""
    for bare, people in names.items():
        yield ox.Quad(bare, _PENDING, bare, _graph(bare))
        for person in people - {bare}:
            yield ox.Quad(bare, _NAMESAKE, person, _graph(bare))


def noted(quads: Sequence[ox.Quad]) -> bytes:
    """A graph and its notes as N-Quads."""
    return ox.serialize(chain(quads, notes(names_in(quads))), format=ox.RdfFormat.N_QUADS) or b""


def as_written(store: ox.Store, graph: ox.NamedNode) -> dict[ox.NamedNode, ox.NamedNode]:
    """The people for whom bare names in a graph were taken, and these names."""
    meant = (q.object for q in store.quads_for_pattern(graph, _IDENTIFIES, None, None))
    return {person: _bare(person) for person in meant if isinstance(person, ox.NamedNode)}


def replacement(
    name: ox.NamedNode, quads: Iterable[ox.Quad], others: Iterable[ox.Quad] = (), *, stale: bool = True
) -> str:
    """SPARQL that replaces a graph, drops what followed from it if that is stale, and adds quads to other graphs."""
    followed = f"DROP SILENT GRAPH {inferred_graph(name)} ; " if stale else ""
    update = f"{followed}DROP SILENT GRAPH {name} ; DELETE WHERE {{ GRAPH ?home {{ {name} {_IDENTIFIES} ?any }} }}"
    added = "".join(f"GRAPH {q.graph_name} {{ {_triples([q])} }}" for q in others)
    return f"{update} ; INSERT DATA {{ GRAPH {name} {{ {_triples(quads)} }} {added} }}"


def settle(store: ox.Store, touched: Touched, replaced: set[ox.NamedNode]) -> None:
    """Give all pending names their meaning.

    `replaced` has the names that stood in graphs that were there before; a name that is neither there nor in `touched`
    was left by a crash.
    """
    pending = {q.subject for q in store.quads_for_pattern(None, _PENDING, None, None)}
    names = sorted((one for one in pending if isinstance(one, ox.NamedNode)), key=str)
    for bare in names:
        left = bare not in touched
        if left or bare in replaced:
            _forget(store, bare)
        people = {q.object for q in store.quads_for_pattern(bare, _NAMESAKE, None, _graph(bare))}
        before = next((q.object for q in store.quads_for_pattern(bare, _AS, None, _graph(bare))), None)
        now = people.pop() if len(people) == 1 else None
        assert now is None or isinstance(now, ox.NamedNode)
        graphs = touched[bare] if not left and now == before else _graphs(store, bare)
        for graph in sorted(graphs, key=str):
            _mean(store, graph, bare, now)
        told = f"{bare} {_AS} {now}" if now else ""
        store.update(
            f"DELETE {{ GRAPH {_graph(bare)} {{ {bare} {_PENDING} {bare} . {bare} {_AS} ?any }} }}"
            f" INSERT {{ GRAPH {_graph(bare)} {{ {told} }} }}"
            f" WHERE {{ OPTIONAL {{ GRAPH {_graph(bare)} {{ {bare} {_AS} ?any }} }} }}"
        )
    for home in {_graph(bare) for bare in names}:
        if next(store.quads_for_pattern(None, None, None, home), None) is None:
            store.remove_graph(home)


def _mean(store: ox.Store, graph: ox.NamedNode, bare: ox.NamedNode, now: ox.NamedNode | None) -> None:
    """Let a bare name in a graph mean somebody, or nobody but itself."""
    meant = {q.object for q in store.quads_for_pattern(graph, _IDENTIFIES, None, _graph(bare))}
    here = next((one for one in meant if isinstance(one, ox.NamedNode) and _bare(one) == bare), bare)
    new = now or bare
    if here == new or not _tells_of(store, graph, here) or _tells_of(store, graph, new):
        return
    quads = set(store.quads_for_pattern(None, None, None, graph))
    kept = [ox.Quad(graph, _IDENTIFIES, one, _graph(bare)) for one in meant - {here}]
    marks = [*kept, *([ox.Quad(graph, _IDENTIFIES, now, _graph(bare))] if now else [])]
    follows = store.quads_for_pattern(None, None, None, inferred_graph(graph))
    others = (*marks, *followed(follows, quads, {here: new}, graph))
    store.update(replacement(graph, renamed(quads, {here: new}, graph), others))


def _tells_of(store: ox.Store, graph: ox.NamedNode, person: ox.NamedNode) -> bool:
    return next(store.quads_for_pattern(person, None, None, graph), None) is not None


def _graphs(store: ox.Store, bare: ox.NamedNode) -> set[ox.NamedNode]:
    """The graphs in which a name stands, by itself or as somebody."""
    found: set[object] = {q.graph_name for q in store.quads_for_pattern(bare, _TYPE, _PERSON, None)}
    for person in _people(store, bare):
        found.update(q.subject for q in store.quads_for_pattern(None, _IDENTIFIES, person, _graph(bare)))
    return {graph for graph in found if isinstance(graph, ox.NamedNode) and ground_of(graph) == graph}


def _people(store: ox.Store, bare: ox.NamedNode) -> set[ox.NamedNode]:
    home = _graph(bare)
    found = {q.object for term in (_NAMESAKE, _AS) for q in store.quads_for_pattern(bare, term, None, home)}
    return {one for one in found if isinstance(one, ox.NamedNode)}


def _forget(store: ox.Store, bare: ox.NamedNode) -> None:
    """Take out the namesakes of whom no article tells any more, but for those that mean them by the bare name."""
    home = _graph(bare)
    for person in _people(store, bare):
        meant = {q.subject for q in store.quads_for_pattern(None, _IDENTIFIES, person, home)}
        if all(q.graph_name in meant for q in store.quads_for_pattern(person, _TYPE, _PERSON, None)):
            store.remove(ox.Quad(bare, _NAMESAKE, person, home))


def _bare(person: ox.NamedNode) -> ox.NamedNode:
    path, _, name = person.value.rpartition("/")
    return ox.NamedNode(f"{path}/{name.partition(SIGN)[0]}")


def _graph(person: ox.NamedNode) -> ox.NamedNode:
    return ox.NamedNode(f"{person.value.rpartition('person/')[0]}graph/identities")


def _triples(quads: Iterable[ox.Quad]) -> str:
    return (ox.serialize((q.triple for q in quads), format=ox.RdfFormat.N_TRIPLES) or b"").decode()
