"""Plain Python: what an agency is asked, what notices say, and dates as agencies write them."""
