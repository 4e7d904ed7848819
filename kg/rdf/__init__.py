"""From readings to RDF files, and whether these are right."""
