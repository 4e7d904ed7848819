"""A graph on the web: SPARQL 1.1 Protocol, the page, a query editor, pages of entities, and the Graph Store Protocol.

Starlette and uvicorn do the web, pyoxigraph the SPARQL; what is here joins them. rdflib-endpoint, which does so over
rdflib, parses each query with rdflib and answers it in the thread that serves everybody, so that it can neither cut a
query off nor go on with others meanwhile.

Queries are answered in processes of their own (`pool`, `worker`), over a snapshot of the graph (`snapshot`), so that
one that takes too long or too much memory is ended with its process, while others go on.
"""
