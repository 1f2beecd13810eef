"""A meeting's papers in one document, put together from the pages of the built site."""
