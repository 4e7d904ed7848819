"""Many articles at once: what is there already is left alone, the rest is built by one process, several, or a cluster.

The parts, in the order in which an article meets them: `fingerprint` (what would be built), `outputs` (whether that is
there), `workers` or `cluster` and `stage` (building it), `outputs` again (keeping it), `report` (telling of it); `run`
joins them. `connection` and `desk` are the cluster's.
"""
