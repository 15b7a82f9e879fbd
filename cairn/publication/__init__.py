"""Publication: the record of published reviews, as the sources print them."""
