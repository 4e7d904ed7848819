"""How right the extraction is: rows of facts compared with those that people made of the same articles (the gold).

    gold ──read_gold──▶ Gold ─┐
                              ├─compare──▶ Outcomes ──▶ counts, slots, links, bands, errors
    rows ─────────────────────┘

`likeness` says for each type of row when one counts as right, `outcomes` pairs the rows up, `figures` counts.
"""
