import math

from alps import AUSTRIA, FORUM, ROWS, SLOVENIA, VIENNA, ZUPAN, iri

from kg.view.network import network_of_rows


def edges(graph, **wanted):
    return [
        (source, target)
        for source, target, edge in graph.edges(data=True)
        if all(edge[key] == value for key, value in wanted.items())
    ]


def test_a_fact_of_two_is_an_edge():
    graph = network_of_rows(ROWS)
    assert edges(graph, type="visit", label="visits", directed=True) == [(iri(ZUPAN), iri(VIENNA))]
    assert edges(graph, label="prime minister") == [(iri(ZUPAN), iri(SLOVENIA))]
    assert edges(graph, label="is not former member", modality="denied") == [(iri(SLOVENIA), iri(FORUM))]


def test_facts_of_more_share_one_tie():
    graph = network_of_rows(ROWS)
    ties = {node: data for node, data in graph.nodes(data=True) if data["kind"] == "tie"}
    assert sorted(tie["label"] for tie in ties.values()) == ["cooperation", "meeting"]
    cooperation = next(node for node, tie in ties.items() if tie["type"] == "cooperation")
    assert len(ties[cooperation]["facts"]) == 3
    assert {iri(SLOVENIA), iri(AUSTRIA)} == set(graph.predecessors(cooperation))
    modality = {target: graph.edges[cooperation, target, "topic"]["modality"] for target in graph[cooperation]}
    assert modality == {
        iri("sector/tourism"): "planned",
        iri("sector/rail"): "planned",
        iri("sector/energy"): "proposed",
    }


def test_statements_stay_with_their_speaker():
    graph = network_of_rows(ROWS)
    said = next(i for i, fact in enumerate(graph.graph["facts"]) if fact["type"] == "statement")
    assert said in graph.nodes[iri(ZUPAN)]["facts"]
    assert not edges(graph, type="statement")


def test_a_party_without_a_row_of_its_own_is_still_a_node():
    graph = network_of_rows([row for row in ROWS if row["type"] != "entity"])
    assert graph.nodes[iri(ZUPAN)]["label"] == "Ana Zupan"


def test_every_node_has_a_place_of_its_own():
    graph = network_of_rows(ROWS)
    places = [(node["x"], node["y"]) for node in graph.nodes.values()]
    assert all(isinstance(c, int) for place in places for c in place)
    assert min(math.dist(p, q) for i, p in enumerate(places) for q in places[:i]) > 20


def test_the_same_rows_give_the_same_network():
    first, second = network_of_rows(ROWS), network_of_rows(list(ROWS))
    assert list(first.nodes(data=True)) == list(second.nodes(data=True))
    assert list(first.edges(keys=True, data=True)) == list(second.edges(keys=True, data=True))


def test_no_facts_give_an_empty_network():
    assert len(network_of_rows([])) == 0
