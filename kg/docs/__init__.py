"""The reference of the ontology: its terms, schemes, frames and questions as one HTML page."""
