"""What an archive tells over time: its figures, drawn, as one HTML page."""
