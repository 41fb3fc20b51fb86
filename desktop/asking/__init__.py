"""The tab "Ask" of the check view: questions about a page, and what models and people say of them."""
