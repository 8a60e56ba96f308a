"""Headings of a draft in its language."""

from art28.drafting.draft import words
from art28.drafting.model import Article


def article_heading(article: Article, language: str) -> str:
    """The heading of an article with its number, or as it stands."""
    if not article.number:
        return article.heading
    return str(words()[language]["article"].format(number=article.number, heading=article.heading))


def signature_heading(language: str) -> str:
    """What stands above the places to sign."""
    return str(words()[language]["signed"])


def page_word(language: str) -> str:
    """What stands before a page's number."""
    return str(words()[language]["page"])
