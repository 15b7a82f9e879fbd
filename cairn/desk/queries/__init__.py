"""What the pages of the front of house show, put together from the queries of the apps below."""
