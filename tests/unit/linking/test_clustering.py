"""Clustering: the strongest pair of clusters joins first, by the mean of all its pairs as they are now."""

from __future__ import annotations

from recoupe.linking.clustering import partition


def test_a_cluster_that_grew_is_as_near_as_all_its_members_are() -> None:
    edges = {(0, 1): 3.7, (0, 2): 0.9, (2, 3): 0.8}
    # Nothing speaks for or against 1 and 2: their clusters' sum is that of 0 and 2, and their mean is half of it.
    assert partition(range(4), edges, lambda a, b: 0.0 if (a, b) == (1, 2) else -1.0) == [[0, 1], [2, 3]]


def test_a_veto_holds_between_all_members() -> None:
    edges = {(0, 1): 3.7, (1, 2): 3.0}
    assert partition(range(3), edges, lambda a, b: None) == [[0, 1], [2]]


def test_what_editors_bound_is_one_cluster_whatever_its_score() -> None:
    assert partition(range(3), {(0, 1): 0.5}, lambda a, b: None, [(1, 2)]) == [[0], [1, 2]]


def test_where_every_pair_agrees_all_are_one() -> None:
    edges = {(0, 1): 0.2, (0, 2): 3.0, (1, 2): 0.1}
    assert partition(range(3), edges, lambda a, b: None) == [[0, 1, 2]]
    assert partition([4], {}, lambda a, b: None) == [[4]]


def test_a_pair_that_agrees_with_one_of_two_joins_by_the_mean() -> None:
    assert partition(range(3), {(0, 1): 3.0, (1, 2): 2.0}, lambda a, b: -1.0) == [[0, 1, 2]]
    assert partition(range(3), {(0, 1): 3.0, (1, 2): 2.0}, lambda a, b: -2.5) == [[0, 1], [2]]
